"""Sources: what has a feed, by its name in the address; gathers none itself. A new one is one more line of FEEDS."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from search_api.address import FILTERS
from search_api.commitments.feed import PARAMETERS as OF_COMMITMENTS
from search_api.commitments.feed import commitments_feed
from search_api.duties.views import OWN
from search_api.feeds.duties_feed import duties_feed
from search_api.feeds.feed import FeedSource
from search_api.feeds.search_feed import search_feed


@dataclass(frozen=True, slots=True)
class Source:
    """Something that has a feed."""

    parameters: tuple[str, ...]
    """Names of the parameters it knows; the page and its length say nothing of what is new."""
    gather: FeedSource


FEEDS: Mapping[str, Source] = MappingProxyType(
    {
        "search": Source(("q", *FILTERS), search_feed),
        "duties": Source(("q", *FILTERS, *OWN), duties_feed),
        "commitments": Source(OF_COMMITMENTS, commitments_feed),
    }
)
"""By the last part of its address."""
