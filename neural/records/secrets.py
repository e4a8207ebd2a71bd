"""Keys and passwords in texts, told by the prefixes and shapes that their issuers document.

Nothing is guessed from how random a text looks: in code and logs that fires on every line.
"""

import re
from typing import NamedTuple


class Secret(NamedTuple):
    """One kind of secret. Each has one of the `hints` in it, which are found at many times the
    speed of the pattern; `apart`: a hint may stand in another word, or in a short one."""

    hints: tuple[str, ...]
    pattern: str
    apart: bool = False


def _assigned(word: str, value: str) -> str:
    """A value with no prefix of its own, told by the issuer's name before it."""
    return rf"(?i:{word})[\w.-]{{0,24}}[\"'`]?\s{{0,3}}(?:=>?|:=?)\s{{0,3}}[\"'`]?{value}(?![\w-])"


_A, _U = "[0-9A-Za-z]", "[0-9A-Za-z_-]"
_HEX = "[0-9a-f]"
_UUID = rf"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}"
SECRETS = {
    "private key": Secret(
        ("-----BEGIN",), r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----", apart=True
    ),
    "PuTTY private key": Secret(("PuTTY-User-Key-File",), r"PuTTY-User-Key-File-[23]: [\w-]+"),
    "age secret key": Secret(("AGE-SECRET-KEY-",), r"\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b"),
    "AWS access key": Secret(("AKIA", "ASIA"), r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "AWS secret key": Secret(
        ("aws", "AWS"), _assigned(r"aws[\w.-]{0,20}secret", "[0-9A-Za-z/+]{40}"), apart=True
    ),
    "AWS Bedrock key": Secret(("ABSK",), r"\bABSK[0-9A-Za-z+/]{109,}={0,2}"),
    "Google API key": Secret(("AIza",), rf"\bAIza{_U}{{35}}"),
    "Google OAuth secret": Secret(("GOCSPX-",), rf"\bGOCSPX-{_U}{{28}}"),
    "Google OAuth token": Secret(("ya29.",), rf"\bya29\.{_U}{{30,}}"),
    "Azure storage key": Secret(("AccountKey=",), r"AccountKey=[0-9A-Za-z/+]{86}=="),
    "Azure client secret": Secret(("8Q~",), r"(?<![\w~.-])[0-9A-Za-z_~.]{3}8Q~[\w~.-]{31,34}"),
    "Azure SAS signature": Secret(("sig=",), r"[?&]sig=[0-9A-Za-z%]{43,}(?:%3D|=)"),
    "DigitalOcean token": Secret(("_v1_",), rf"\bdo[opr]_v1_{_HEX}{{64}}"),
    "Alibaba access key": Secret(("LTAI",), r"\bLTAI[0-9A-Za-z]{17,21}\b"),
    "Tencent secret id": Secret(("AKID",), r"\bAKID[0-9A-Za-z]{32}\b"),
    "IBM Cloud key": Secret(
        ("ibm", "IBM"), _assigned(r"ibm[\w.-]{0,10}api", rf"{_U}{{44}}"), apart=True
    ),
    "Yandex Cloud key": Secret(("AQVN",), rf"\bAQVN{_U}{{35,38}}"),
    "Fly.io token": Secret(
        ("FlyV1", "fo1_"), rf"\bfo1_{_U}{{43}}|\bFlyV1 fm\d_[0-9A-Za-z+/=,_-]{{60,}}", apart=True
    ),
    "Heroku key": Secret(
        ("HRKU-", "eroku", "EROKU"), rf"\bHRKU-{_U}{{30,}}|{_assigned('heroku', _UUID)}", apart=True
    ),
    "Cloudflare key": Secret(
        ("loudflare", "LOUDFLARE"),
        _assigned("cloudflare", rf"(?:{_U}{{40}}|{_HEX}{{37}})"),
        apart=True,
    ),
    "Cloudflare origin key": Secret(("v1.0-",), rf"\bv1\.0-{_HEX}{{24}}-{_HEX}{{146}}"),
    "Netlify token": Secret(("nfp_",), rf"\bnfp_{_A}{{36}}"),
    "Vercel token": Secret(("vercel", "VERCEL"), _assigned("vercel", rf"{_A}{{24}}"), apart=True),
    "Render key": Secret(("rnd_",), rf"\brnd_{_A}{{28,}}"),
    "Terraform token": Secret((".atlasv1.",), rf"\b{_A}{{14}}\.atlasv1\.{_U}{{60,}}"),
    "Vault token": Secret(("hvs.", "hvb.", "hvr."), rf"\bhv[sbr]\.{_U}{{24,}}"),
    "Pulumi token": Secret(("pul-",), rf"\bpul-{_HEX}{{40}}"),
    "Doppler token": Secret(("dp.",), r"\bdp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,}"),
    "1Password token": Secret(("ops_eyJ",), rf"\bops_eyJ{_U}{{100,}}"),
    "GitHub token": Secret(
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        rf"\b(?:gh[pousr]_{_A}{{36}}|github_pat_[0-9A-Za-z_]{{50,}})",
    ),
    "GitLab token": Secret(
        tuple(f"gl{kind}-" for kind in ("pat", "dt", "rt", "cbt", "ptt", "ft", "imt", "agent")),
        rf"\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent)-{_U}{{20,}}",
    ),
    "Bitbucket password": Secret(("ATBB",), rf"\bATBB{_A}{{32}}"),
    "Atlassian token": Secret(("ATATT3x",), rf"\bATATT3x{_U}{{60,}}"),
    "CircleCI token": Secret(("CCIPAT_",), rf"\bCCIPAT_{_A}{{22}}_{_HEX}{{40}}"),
    "Buildkite token": Secret(("bkua_",), rf"\bbkua_{_HEX}{{40}}"),
    "SonarQube token": Secret(("squ_", "sqp_", "sqa_"), rf"\bsq[apu]_{_HEX}{{40}}"),
    "Docker Hub token": Secret(("dckr_",), rf"\bdckr_[po]at_{_U}{{27,}}"),
    "npm token": Secret(
        ("npm_", "_authToken"), rf"\bnpm_{_A}{{36}}|_authToken\s?=\s?{_UUID}", apart=True
    ),
    "PyPI token": Secret(("pypi-",), rf"\bpypi-AgEIcHlwaS{_U}{{50,}}"),
    "RubyGems key": Secret(("rubygems_",), rf"\brubygems_{_HEX}{{48}}"),
    "Crates.io token": Secret(("cio",), rf"\bcio{_A}{{32}}\b"),
    "NuGet key": Secret(("oy2",), r"\boy2[a-z0-9]{43}\b"),
    "Clojars token": Secret(("CLOJARS_",), rf"\bCLOJARS_{_HEX}{{60}}"),
    "Slack token": Secret(
        ("xox", "xapp-"),
        r"\b(?:xox[abeoprs]-[0-9A-Za-z-]{10,}|xapp-\d-[0-9A-Z]+-\d+-[0-9a-f]{20,})",
    ),
    "Slack webhook": Secret(
        ("hooks.slack.com",), r"hooks\.slack\.com/(?:services|workflows)/[0-9A-Za-z/+]{40,}"
    ),
    "Discord bot token": Secret(
        ("iscord", "ISCORD", "Bot "),
        rf"(?<![\w.-])[MNO]{_U}{{23,27}}\.{_U}{{6}}\.{_U}{{27,38}}(?![\w.-])",
        apart=True,
    ),
    "Discord webhook": Secret(("/api/webhooks/",), rf"/api/webhooks/\d{{17,20}}/{_U}{{60,}}"),
    "Telegram bot token": Secret((":AA",), rf"(?<![\w/])\d{{8,10}}:AA{_U}{{33}}(?![\w-])"),
    "Teams webhook": Secret(
        ("webhook.office.com",), rf"\.webhook\.office\.com/webhookb2/{_UUID}@[\w-]+/\w+/\w{{32}}"
    ),
    "Twilio key": Secret(("SK",), rf"SK(?<!\wSK){_HEX}{{32}}\b"),
    "SendGrid key": Secret(("SG.",), rf"\bSG\.{_U}{{22}}\.{_U}{{43}}"),
    "Mailgun key": Secret(("key-",), rf"\bkey-{_HEX}{{32}}\b"),
    "Mailchimp key": Secret(("-us",), rf"\b{_HEX}{{32}}-us\d{{1,2}}\b"),
    "Brevo key": Secret(("xkeysib-",), rf"\bxkeysib-{_HEX}{{64}}-{_A}{{16}}"),
    "Resend key": Secret(("re_",), rf"\bre_{_A}{{8}}_{_A}{{24}}\b"),
    "Stripe key": Secret(("k_live_", "whsec_"), rf"\b(?:[rs]k_live_{_A}{{20,}}|whsec_{_A}{{32,}})"),
    "Square token": Secret(("sq0", "EAAA"), rf"\bsq0(?:atp|csp)-{_U}{{22,43}}|\bEAAA{_U}{{60}}\b"),
    "PayPal token": Secret(
        ("access_token$",), rf"\baccess_token\$production\$[0-9a-z]{{16}}\${_HEX}{{32}}"
    ),
    "Plaid token": Secret(("access-",), rf"\baccess-(?:production|development)-{_UUID}"),
    "Shopify token": Secret(
        ("shpat_", "shpca_", "shppa_", "shpss_"), r"\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"
    ),
    "OpenAI or Anthropic key": Secret(
        ("sk-",), rf"\bsk-(?:ant-|proj-|svcacct-|admin-|or-v1-)?{_U}{{32,}}"
    ),
    "Hugging Face token": Secret(("hf_",), r"\bhf_[A-Za-z]{30,}"),
    "Groq key": Secret(("gsk_",), rf"\bgsk_{_A}{{48,}}"),
    "xAI key": Secret(("xai-",), rf"\bxai-{_A}{{70,}}"),
    "Replicate token": Secret(("r8_",), rf"\br8_{_A}{{37}}\b"),
    "Perplexity key": Secret(("pplx-",), rf"\bpplx-{_A}{{48,}}"),
    "NVIDIA key": Secret(("nvapi-",), rf"\bnvapi-{_U}{{60,}}"),
    "LangSmith key": Secret(("lsv2_",), rf"\blsv2_(?:pt|sk)_{_HEX}{{32}}_{_HEX}{{10}}"),
    "Pinecone key": Secret(("pcsk_",), rf"\bpcsk_{_A}{{4,8}}_{_A}{{50,}}"),
    "Databricks token": Secret(("dapi",), rf"\bdapi{_HEX}{{32}}(?:-\d)?\b"),
    "PlanetScale token": Secret(("pscale_",), r"\bpscale_(?:tkn|pw|oauth)_[\w.=-]{32,}"),
    "Supabase key": Secret(("sbp_", "sb_secret_"), rf"\bsbp_{_HEX}{{40}}|\bsb_secret_{_U}{{20,}}"),
    "Datadog key": Secret(
        ("atadog", "ATADOG", "DD_", "dd_"),
        _assigned(r"(?:datadog|\bdd_(?:api|app))", rf"(?:{_HEX}{{40}}|{_HEX}{{32}})"),
        apart=True,
    ),
    "New Relic key": Secret(
        ("NRAK-", "NRII-", "NRJS-"), rf"\bNRAK-[0-9A-Z]{{27}}|\bNRII-{_U}{{32}}|\bNRJS-{_HEX}{{19}}"
    ),
    "Grafana token": Secret(
        ("glc_", "glsa_"), rf"\bglc_[0-9A-Za-z+/]{{32,}}|\bglsa_{_A}{{32}}_{_HEX}{{8}}"
    ),
    "Sentry token": Secret(
        ("sntrys_", "sntryu_"), rf"\bsntrys_eyJ[\w+/=-]{{60,}}|\bsntryu_{_HEX}{{64}}"
    ),
    "Dynatrace token": Secret(("dt0c01.",), r"\bdt0c01\.[0-9A-Z]{24}\.[0-9A-Z]{64}"),
    "PostHog key": Secret(("phx_",), rf"\bphx_{_A}{{40,}}"),
    "Linear key": Secret(("lin_",), rf"\blin_(?:api|oauth)_{_A}{{40,}}"),
    "Notion token": Secret(("ntn_", "secret_"), rf"\bntn_\d{{11}}{_A}{{35}}|\bsecret_{_A}{{43}}\b"),
    "Airtable token": Secret(("pat",), rf"pat(?<!\wpat){_A}{{14}}\.{_HEX}{{64}}"),
    "Figma token": Secret(("figd_",), rf"\bfigd_{_U}{{40,}}"),
    "Asana token": Secret(
        ("sana", "SANA"), _assigned("asana", r"\d/\d{16}(?:/\d{16})?:[0-9a-f]{32}"), apart=True
    ),
    "Postman key": Secret(("PMAK-",), rf"\bPMAK-{_HEX}{{24}}-{_HEX}{{34}}"),
    "Facebook token": Secret(("EAA",), rf"\bEAA(?:CE|[A-Z]{{2}}){_A}{{90,}}"),
    "Twitter bearer token": Secret(("AAAAAAAAA",), r"\bA{22}[0-9A-Za-z%]{80,}"),
    "Mapbox secret token": Secret(("sk.eyJ",), rf"\bsk\.eyJ{_U}{{50,}}\.{_U}{{20,}}"),
    "Dropbox token": Secret(("sl.",), rf"\bsl\.(?:u\.)?{_U}{{130,}}"),
    "Okta token": Secret(
        ("okta", "OKTA", "SSWS"),
        rf"\bSSWS 00{_U}{{40}}|{_assigned('okta', f'00{_U}{{40}}')}",
        apart=True,
    ),
    "JSON web token": Secret(("eyJ",), rf"\beyJ{_U}{{10,}}\.eyJ{_U}{{10,}}\.{_U}{{10,}}"),
    "password in an address": Secret(
        ("://",),
        r"\b[a-z][a-z0-9+]{2,11}://[^\s:/@'\"<>]{1,64}:"
        r"(?!(?:password|passwd|pass|pwd|secret|changeme|\*+|x+)@)[^\s:/@'\"<>{}$]{3,64}@",
        apart=True,
    ),
}
_COMPILED = [
    (kind, one.hints, re.compile(one.pattern), one.apart, bool(re.search(r" |\\s", one.pattern)))
    for kind, one in SECRETS.items()
]
_WORD = re.compile(r"\S{15,}")  # a secret that is one word has at least so many characters
_LINES = 4  # over which a secret and what tells its kind may go


def secret(text: str) -> str | None:
    """The kind of the first secret and where it begins, or None; never the secret itself."""
    words = "\n".join(_WORD.findall(text))
    first: tuple[int, str] | None = None
    for kind, hints, pattern, apart, spaced in _COMPILED:
        where = text if apart else words
        for hint in hints:
            if hint in where:
                if apart:
                    found = _beside(text, hints, pattern)
                else:
                    found = (spaced or pattern.search(words)) and pattern.search(text)
                if found and (first is None or found.start() < first[0]):
                    first = found.start(), kind
                break
    return f"{first[1]} at character {first[0] + 1}" if first else None


def _beside(text: str, hints: tuple[str, ...], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first match of a pattern in the lines around its hints: most patterns begin with nothing
    that the engine could look for at once."""
    found = []
    for hint in hints:
        at = text.find(hint)
        while at >= 0:
            start, end = text.rfind("\n", 0, at) + 1, at
            while 0 <= at <= end:  # hints that are near to each other share their lines
                end = at
                for _ in range(_LINES):
                    end = text.find("\n", end + 1) if end >= 0 else end
                end = len(text) if end < 0 else end
                at = text.find(hint, at + 1)
            if match := pattern.search(text, start, end):
                found.append(match)
                break
    return min(found, key=lambda match: match.start(), default=None)
