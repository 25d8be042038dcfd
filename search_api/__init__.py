"""Search API: people get cited answers, through library calls, command line, HTTP and pages."""
