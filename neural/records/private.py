"""Secrets in texts, told by their prefix. Personal data: see `personal`."""

import re

SECRETS = {
    "private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----",
    "AWS access key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "GitHub token": r"\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{50,})",
    "GitLab token": r"\bglpat-[0-9A-Za-z_-]{20,}",
    "Slack token": r"\bxox[abeoprs]-[0-9A-Za-z-]{10,}",
    "Google API key": r"\bAIza[0-9A-Za-z_-]{35}",
    "Stripe key": r"\b[rs]k_live_[0-9A-Za-z]{20,}",
    "OpenAI or Anthropic key": r"\bsk-(?:ant-|proj-|svcacct-)?[0-9A-Za-z_-]{32,}",
    "Hugging Face token": r"\bhf_[A-Za-z]{30,}",
    "npm token": r"\bnpm_[0-9A-Za-z]{36}",
    "PyPI token": r"\bpypi-AgEIcHlwaS[0-9A-Za-z_-]{50,}",
    "SendGrid key": r"\bSG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}",
    "JSON web token": r"\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}",
    "password in an address": r"\b[a-z][a-z0-9+]{2,11}://[^\s:/@'\"<>]{1,64}:"
    r"(?!(?:password|passwd|pass|pwd|secret|changeme|\*+|x+)@)[^\s:/@'\"<>{}$]{3,64}@",
}
_SECRET = re.compile("|".join(f"({pattern})" for pattern in SECRETS.values()))
# What every secret above has in it, found at several times the speed of the patterns.
_HINTS = ("KIA", "ASIA", "-----BEGIN", "_", "sk-", "xox", "AIza", "eyJ", "SG.", "://", "glpat-")


def secret(text: str) -> str | None:
    """The kind of the first secret and where it begins, or None; never the secret itself."""
    if not any(hint in text for hint in _HINTS):
        return None
    found = _SECRET.search(text)
    return (
        f"{list(SECRETS)[found.lastindex - 1]} at character {found.start() + 1}" if found else None
    )
