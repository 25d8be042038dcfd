"""Crawls: what a crawl asked for and what came of it, as they are started and shown: `crawling`, `shapes`, `views`."""
