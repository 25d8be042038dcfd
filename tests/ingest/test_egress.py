"""No address and no name leads the fetcher anywhere but to a publisher: each attempt is refused by its reason, unconnected."""

import socket
import ssl
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from corpus.settings import ROOT
from ingest.egress import LONGEST_ADDRESS, Address, check_address, is_public
from ingest.fetch import Fetcher
from ingest.fetched import Fetched, Limits, Reason, Refused
from ingest.sources import Source, Sources, read_sources
from tests.publishers.clock import Clock
from tests.publishers.server import Publishers, page, redirect

SOURCES = read_sources(ROOT / "corpus" / "sources.toml")
AGENT = "Canllaw/0.0 (+https://canllaw.example/; tests)"
PUBLIC = "93.184.216.34"
PAGE = "https://www.gov.wales/otters"


class Network:
    """A network that counts: who was looked up, and which machines were dialled. Nobody answers unless `port` is given."""

    def __init__(self, *answers: Sequence[str], port: int | None = None) -> None:
        self._answers = list(answers) or [(PUBLIC,)]
        self._port = port
        self.looked_up: list[str] = []
        self.dialled: list[tuple[str, int]] = []

    def resolve(self, host: str) -> Sequence[str]:
        self.looked_up.append(host)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def dial(self, machine: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append((machine, port))
        if self._port is None:
            raise ConnectionRefusedError("nobody answers in this test")
        return socket.create_connection(("127.0.0.1", self._port), timeout=seconds)


def fetcher(network: Network, *, trust: ssl.SSLContext | None = None, attempts: int = 1, sources: Sources = SOURCES) -> Fetcher:
    time = Clock()
    return Fetcher(
        sources=sources,
        user_agent=AGENT,
        limits=Limits(attempts=attempts),
        resolve=network.resolve,
        dial=network.dial,
        trust=trust,
        sleep=time.sleep,
        clock=time.clock,
        now=time.now,
    )


BAD, HOST, SCHEME = Reason.BAD_ADDRESS, Reason.NOT_ALLOWED_HOST, Reason.NOT_HTTPS
REFUSED = (
    # This machine and its neighbours, in every spelling of a number.
    ("https://127.0.0.1/", HOST),
    ("https://2130706433/", HOST),
    ("https://0x7f000001/", HOST),
    ("https://0x7f.0.0.1/", HOST),
    ("https://017700000001/", HOST),
    ("https://0177.0.0.1/", HOST),
    ("https://127.1/", HOST),
    ("https://0/", HOST),
    ("https://0.0.0.0/", HOST),
    ("https://10.0.0.1/", HOST),
    ("https://192.168.1.1/admin", HOST),
    ("https://169.254.169.254/latest/meta-data/", HOST),
    ("https://2852039166/latest/meta-data/", HOST),
    ("https://0xa9fea9fe/", HOST),
    ("https://100.100.100.200/", HOST),
    ("https://metadata.google.internal/computeMetadata/v1/", HOST),
    ("https://localhost/", HOST),
    ("https://localhost.localdomain/", HOST),
    ("https://[::1]/", HOST),
    ("https://[::]/", HOST),
    ("https://[::ffff:127.0.0.1]/", HOST),
    ("https://[::ffff:7f00:1]/", HOST),
    ("https://[64:ff9b::a9fe:a9fe]/", HOST),
    ("https://[fe80::1%25eth0]/", HOST),
    ("https://[fd00:ec2::254]/", HOST),
    (f"https://{PUBLIC}/", HOST),
    # Hosts that look like a publisher's.
    ("https://gov.wales.evil.example/", HOST),
    ("https://evil.example/https://gov.wales/", HOST),
    ("https://evil.example?https://www.gov.wales/", HOST),
    ("https://evil.example#www.gov.wales", HOST),
    ("https://evilgov.wales/", HOST),
    ("https://intranet.gov.wales/", HOST),
    ("https://wales/", HOST),
    ("https://.gov.wales/", HOST),
    ("https://gov.wales../", HOST),
    ("https://gov..wales/", HOST),
    ("https://gov-wales/", HOST),
    ("https://%67ov.wales/", HOST),
    ("https://gov.wales%2eevil.example/", HOST),
    ("https://gov.wales%00.evil.example/", HOST),
    ("https://gоv.wales/", HOST),  # a Cyrillic o
    ("https://ｇｏｖ.wales/", HOST),  # full-width letters
    ("https://gov。wales/", HOST),  # an ideographic full stop
    ("https://www.legislation.gov.u\u212a/", HOST),  # the sign for kelvin, which lower case turns into k
    ("https://xn--gv-tbc.wales/", HOST),
    ("https://①②⑦.⓪.⓪.①/", HOST),
    # Names, ports and characters that programs read in different ways.
    ("https://www.gov.wales@evil.example/", Reason.USERINFO),
    ("https://minister:secret@www.gov.wales/", Reason.USERINFO),
    ("https://www.gov.wales:443@127.0.0.1/", Reason.USERINFO),
    ("https://@www.gov.wales/", Reason.USERINFO),
    ("https://www.gov.wales:80/", Reason.ODD_PORT),
    ("https://www.gov.wales:8443/", Reason.ODD_PORT),
    ("https://www.gov.wales:22/", Reason.ODD_PORT),
    ("https://www.gov.wales:0/", Reason.ODD_PORT),
    ("https://www.gov.wales:65979/", Reason.ODD_PORT),  # 443 after 16 bits
    ("https://www.gov.wales:443:6379/", Reason.ODD_PORT),
    ("https://www.gov.wales:port/", Reason.ODD_PORT),
    ("https://evil.example\\@www.gov.wales/", BAD),
    ("https:\\\\www.gov.wales\\otters", BAD),
    ("https://www.gov.wales\t.evil.example/", BAD),
    ("https://www.gov.wales/\r\nHost: evil.example", BAD),
    ("https://www.gov.wales/a b", BAD),
    ("https://www.gov.wales/\x00", BAD),
    ("https://www.gov\u200b.wales/", BAD),
    (" https://www.gov.wales/", BAD),
    ("https://[www.gov.wales/", BAD),
    ("https://[::1/", BAD),
    ("https://www.gov.wales/../etc/passwd", BAD),
    ("https://www.gov.wales/a/%2E%2e/b", BAD),
    ("https:///otters", BAD),
    ("https://", BAD),
    ("https:www.gov.wales", BAD),
    (f"https://www.gov.wales/{'a' * LONGEST_ADDRESS}", BAD),
    # Ways other than https.
    ("http://www.gov.wales/", SCHEME),
    ("http://127.0.0.1:8000/", SCHEME),
    ("//www.gov.wales/", SCHEME),
    ("www.gov.wales", SCHEME),
    ("/otters", SCHEME),
    ("", SCHEME),
    ("file:///etc/passwd", SCHEME),
    ("file://www.gov.wales/etc/passwd", SCHEME),
    ("ftp://www.gov.wales/", SCHEME),
    ("gopher://www.gov.wales:70/_GET", SCHEME),
    ("data:text/html,<p>otters</p>", SCHEME),
    ("javascript:alert(1)", SCHEME),
    ("dict://127.0.0.1:11211/stats", SCHEME),
    ("ldap://127.0.0.1/", SCHEME),
    ("wss://www.gov.wales/", SCHEME),
    ("jar:https://www.gov.wales/a!/b", SCHEME),
    ("unix:///var/run/docker.sock", SCHEME),
    # A publisher's host, but not of what we read there.
    ("https://www.legislation.gov.uk/search", Reason.NOT_ALLOWED_PATH),
    ("https://www.legislation.gov.uk/", Reason.NOT_ALLOWED_PATH),
)


@pytest.mark.parametrize(("url", "reason"), REFUSED, ids=lambda value: ascii(value)[:60])
def test_an_address_that_is_no_publisher_s_is_refused_before_anything_is_asked(url: str, reason: Reason) -> None:
    network = Network()

    refused = fetcher(network).fetch(url)

    assert isinstance(refused, Refused)
    assert refused.reason is reason
    assert refused.ours
    assert refused.detail.endswith(".")
    assert " was not fetched: " in refused.detail
    assert len(refused.detail) < 500
    assert (network.looked_up, network.dialled) == ([], [])


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://gov.wales", "https://gov.wales/"),
        ("https://GOV.Wales/Otters", "https://gov.wales/Otters"),
        ("HTTPS://www.gov.wales/otters", "https://www.gov.wales/otters"),
        ("https://www.gov.wales./otters", "https://www.gov.wales/otters"),
        ("https://www.gov.wales:443/otters", "https://www.gov.wales/otters"),
        ("https://www.gov.wales/otters?page=2&a[0]=x#part", "https://www.gov.wales/otters?page=2&a%5B0%5D=x"),
        ("https://hwb.gov.wales/gwella/tŷ-ysgol", "https://hwb.gov.wales/gwella/t%C5%B7-ysgol"),
        ("https://hwb.gov.wales/a%20b.pdf", "https://hwb.gov.wales/a%20b.pdf"),
        ("https://www.gov.wales/?next=https://127.0.0.1/", "https://www.gov.wales/?next=https://127.0.0.1/"),
        ("https://www.legislation.gov.uk/anaw/2013/1", "https://www.legislation.gov.uk/anaw/2013/1"),
        ("https://www.legislation.gov.uk/robots.txt", "https://www.legislation.gov.uk/robots.txt"),
    ],
)
def test_a_publisher_s_address_is_asked_for_in_its_one_form_at_the_machine_of_its_name(url: str, asked: str) -> None:
    network = Network()

    checked = check_address(url, SOURCES)
    fetcher(network).fetch(url)

    assert isinstance(checked, Address)
    assert checked.url == asked
    assert network.looked_up == [checked.host]
    assert network.dialled == [(PUBLIC, 443)]


NOT_PUBLIC = (
    ("127.0.0.1", "loopback"),
    ("127.255.255.254", "loopback"),
    ("0.0.0.0", "unspecified"),  # noqa: S104
    ("0.1.2.3", "this network"),
    ("10.1.2.3", "private"),
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("192.168.0.1", "private"),
    ("169.254.0.1", "link-local"),
    ("169.254.169.254", "metadata"),
    ("168.63.129.16", "platform service"),
    ("192.0.0.192", "metadata"),
    ("100.64.0.1", "shared by a carrier"),
    ("100.100.100.200", "metadata"),
    ("100.127.255.255", "shared by a carrier"),
    ("192.0.2.1", "documentation"),
    ("198.51.100.1", "documentation"),
    ("203.0.113.1", "documentation"),
    ("192.88.99.1", "relay of 6to4"),
    ("198.18.0.1", "benchmarks"),
    ("198.19.255.255", "benchmarks"),
    ("224.0.0.1", "multicast"),
    ("239.255.255.250", "multicast"),
    ("240.0.0.1", "reserved"),
    ("255.255.255.255", "broadcast"),
    ("::", "unspecified"),
    ("::1", "loopback"),
    ("::ffff:127.0.0.1", "mapped"),
    ("::ffff:10.0.0.1", "mapped"),
    ("::ffff:169.254.169.254", "mapped"),
    ("::ffff:0:127.0.0.1", "translated"),
    ("::127.0.0.1", "compatible"),
    ("::8.8.8.8", "compatible"),
    ("64:ff9b::7f00:1", "NAT64"),
    ("64:ff9b::a9fe:a9fe", "NAT64"),
    ("64:ff9b::a00:1", "NAT64"),
    ("64:ff9b:1::808:808", "NAT64 of a network's own"),
    ("2002:7f00:1::", "6to4"),
    ("2002:c0a8:1::1", "6to4"),
    ("2002:a9fe:a9fe::", "6to4"),
    ("2001:0:5ef5:79fd:0:0:f5ff:fffe", "Teredo"),
    ("2001:0:808:808::1", "Teredo"),
    ("2a00:1450::5efe:a00:1", "ISATAP"),
    ("2a00:1450::200:5efe:7f00:1", "ISATAP"),
    ("fe80::1", "link-local"),
    ("fe80::1%eth0", "link-local"),
    ("fec0::1", "site-local"),
    ("fc00::1", "unique local"),
    ("fd00:ec2::254", "metadata"),
    ("ff02::1", "multicast"),
    ("ff0e::1", "multicast"),
    ("100::1", "discarded"),
    ("2001:2::1", "benchmarks"),
    ("2001:20::1", "no locator"),
    ("2001:db8::1", "documentation"),
    ("3fff::1", "documentation"),
    ("4000::1", "not given out"),
    ("5f00::1", "segment routing"),
    ("not-an-address", "nonsense"),
    ("", "nonsense"),
)


@pytest.mark.parametrize(("machine", "kind"), NOT_PUBLIC)
@pytest.mark.parametrize("among", [(), (PUBLIC,), ("2606:2800:220:1::", PUBLIC)], ids=["alone", "after one", "after two"])
def test_a_name_that_leads_to_one_machine_not_public_is_not_asked(machine: str, kind: str, among: Sequence[str]) -> None:
    network = Network((*among, machine))

    refused = fetcher(network).fetch(PAGE)

    assert isinstance(refused, Refused), kind
    assert refused.reason is Reason.PRIVATE_ADDRESS
    assert refused.ours
    assert "www.gov.wales" in refused.detail
    assert network.dialled == []


@pytest.mark.parametrize(
    "machine",
    [
        PUBLIC,
        "1.1.1.1",
        "13.224.0.1",
        "2606:2800:220:1::",
        "2a00:1450:4009::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ],
)
def test_a_public_machine_is_public(machine: str) -> None:
    network = Network((machine,))

    fetcher(network).fetch(PAGE)

    assert is_public(ip_address(machine))
    assert network.dialled == [(machine, 443)]


def test_a_name_without_machines_is_not_asked() -> None:
    class Nobody(Network):
        def resolve(self, host: str) -> Sequence[str]:
            super().resolve(host)
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    for network in (Nobody(), Network(())):
        refused = fetcher(network).fetch(PAGE)
        assert isinstance(refused, Refused)
        assert refused.reason is Reason.NOT_RESOLVED
        assert not refused.ours
        assert network.dialled == []


def test_a_name_that_changes_its_answer_after_the_check_gains_nothing() -> None:
    network = Network((PUBLIC,), ("127.0.0.1",))

    refused = fetcher(network, attempts=3).fetch(PAGE)

    assert isinstance(refused, Refused)
    assert refused.reason is Reason.PRIVATE_ADDRESS
    assert network.dialled == [(PUBLIC, 443)]
    assert network.looked_up == ["www.gov.wales", "www.gov.wales"]  # once for each request, never again for its connection


def test_machines_that_do_not_answer_are_passed_by_for_the_next() -> None:
    network = Network(("2606:2800:220:1::", PUBLIC))

    fetcher(network).fetch(PAGE)

    assert network.dialled == [("2606:2800:220:1::", 443), (PUBLIC, 443)]


ELSEWHERE = (
    "http://www.gov.wales/otters",
    "http://127.0.0.1/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://[::1]/",
    "https://[::ffff:169.254.169.254]/",
    "https://169.254.169.254/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "https://metadata.google.internal/",
    "https://gov.wales.evil.example/",
    "//evil.example/otters",
    "https://www.gov.wales@evil.example/",
    "https://www.gov.wales:8443/otters",
    "https://evil.example\\@www.gov.wales/",
    "\\\\evil.example\\otters",
    "file:///etc/passwd",
    "ftp://www.gov.wales/",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "data:text/html,otters",
    "javascript:alert(1)",
    "https://g\u00f8v.wales/",
    "https://[",
    "https://www.legislation.gov.uk/search",
    "https://www.gov.wales/\u00a0",
)


@pytest.mark.parametrize("place", ELSEWHERE, ids=lambda value: ascii(value)[:60])
def test_a_redirect_to_where_we_do_not_go_is_refused_and_nothing_more_is_asked(place: str, publishers: Publishers) -> None:
    publishers.put(PAGE, redirect(place))
    time = Clock()
    with Fetcher(
        sources=SOURCES, user_agent=AGENT, loopback_port=publishers.port, sleep=time.sleep, clock=time.clock, now=time.now
    ) as run:
        refused = run.fetch(PAGE)

    assert isinstance(refused, Refused)
    assert refused.reason is Reason.REDIRECT_REFUSED
    assert refused.ours
    assert refused.url == PAGE
    assert publishers.asked() == ["www.gov.wales/robots.txt", "www.gov.wales/otters"]
    assert publishers.connections == 2


@pytest.mark.parametrize(
    "place", ["/voles", "voles", "https://gov.wales/voles", "//hwb.gov.wales/voles", "https://llyw.cymru:443/voles"]
)
def test_a_redirect_to_a_publisher_is_followed(place: str, publishers: Publishers) -> None:
    publishers.put(PAGE, redirect(place))
    time = Clock()
    with Fetcher(
        sources=SOURCES, user_agent=AGENT, loopback_port=publishers.port, sleep=time.sleep, clock=time.clock, now=time.now
    ) as run:
        fetched = run.fetch(PAGE)

    assert isinstance(fetched, Fetched)
    assert fetched.final_url.endswith("/voles")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}/", "https://127.0.0.1:{port}/", "https://localhost/", "http://www.gov.wales/"]
)
def test_the_port_of_the_tests_opens_no_other_door(url: str, publishers: Publishers) -> None:
    with Fetcher(sources=SOURCES, user_agent=AGENT, loopback_port=publishers.port) as run:
        refused = run.fetch(url.format(port=publishers.port))

    assert isinstance(refused, Refused)
    assert refused.ours
    assert publishers.connections == 0


# One authority, and the certificates it gives to two hosts of this machine.


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `ca.pem`, and for each host `<host>.pem` with its key and certificate."""
    folder = tmp_path_factory.mktemp("authority")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An authority of the tests")])
    day = datetime.now(UTC)

    def certificate(subject: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(name).public_key(public)
        made = made.serial_number(x509.random_serial_number())
        return made.not_valid_before(day - timedelta(days=1)).not_valid_after(day + timedelta(days=1))

    root = certificate(name, key.public_key()).add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    (folder / "ca.pem").write_bytes(root.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    for host in ("www.gov.wales", "evil.example"):
        own = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        made = certificate(subject, own.public_key()).add_extension(
            x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False
        )
        pem = own.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ) + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        (folder / f"{host}.pem").write_bytes(pem)
    return folder


@pytest.fixture
def safe_publishers(authority: Path, request: pytest.FixtureRequest) -> Iterator[Publishers]:
    """Publishers that speak TLS with the certificate of the host in the test's parameter."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / f"{request.param}.pem")
    with Publishers(tls=context) as playing:
        playing.put(PAGE, page("Otters"))
        yield playing


@pytest.mark.parametrize("safe_publishers", ["www.gov.wales"], indirect=True)
def test_the_certificate_is_checked_for_the_name_though_the_connection_goes_to_the_machine(
    safe_publishers: Publishers, authority: Path
) -> None:
    network = Network((PUBLIC,), port=safe_publishers.port)

    fetched = fetcher(network, trust=ssl.create_default_context(cafile=str(authority / "ca.pem"))).fetch(PAGE)

    assert isinstance(fetched, Fetched)
    assert fetched.status == 200
    assert b"Otters" in fetched.body
    assert network.dialled == [(PUBLIC, 443)] * 2


@pytest.mark.parametrize(
    ("safe_publishers", "url"),
    [("evil.example", PAGE), ("www.gov.wales", "https://hwb.gov.wales/otters")],
    indirect=["safe_publishers"],
)
def test_a_certificate_of_another_name_is_refused_before_a_request_is_sent(
    safe_publishers: Publishers, authority: Path, url: str
) -> None:
    network = Network((PUBLIC,), port=safe_publishers.port)

    refused = fetcher(network, trust=ssl.create_default_context(cafile=str(authority / "ca.pem"))).fetch(url)

    assert isinstance(refused, Refused)
    assert refused.reason is Reason.BAD_CERTIFICATE
    assert safe_publishers.requests == []


@pytest.mark.parametrize("safe_publishers", ["www.gov.wales"], indirect=True)
def test_a_certificate_of_an_unknown_authority_is_refused(safe_publishers: Publishers) -> None:
    network = Network((PUBLIC,), port=safe_publishers.port)

    refused = fetcher(network, trust=ssl.create_default_context()).fetch(PAGE)

    assert isinstance(refused, Refused)
    assert refused.reason is Reason.BAD_CERTIFICATE
    assert safe_publishers.requests == []


def test_a_publisher_without_paths_may_be_read_whole() -> None:
    source = Source(name="Otters", hosts=("otters.example",), paths=(), listings=(), licence="open")
    network = Network()

    fetcher(network, sources=Sources((source,))).fetch("https://otters.example/anything")

    assert network.dialled == [(PUBLIC, 443)]
