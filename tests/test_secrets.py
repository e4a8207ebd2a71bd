"""Planted secrets of every kind, and texts that only look like some."""

import random
import re
import string

import pytest

from neural.records import secrets

RNG = random.Random(1)
ALNUM, HEX = string.ascii_letters + string.digits, "0123456789abcdef"
LETTERS = string.ascii_letters
UPPER = string.ascii_uppercase + string.digits


def some(count: int, of: str = ALNUM) -> str:
    return "".join(RNG.choice(of) for _ in range(count))


def uuid() -> str:
    return "-".join(some(n, HEX) for n in (8, 4, 4, 4, 12))


# Put together here, so that no scanner takes this file for a leak.
PLANTED = {
    "private key": lambda: "-----BEGIN RSA " + "PRIVATE KEY-----",
    "PuTTY private key": lambda: "PuTTY-User-Key-File-" + "3: ssh-ed25519",
    "age secret key": lambda: "AGE-SECRET-KEY-" + "1" + some(58, UPPER),
    "AWS access key": lambda: "AK" + "IA" + some(16, UPPER),
    "AWS secret key": lambda: "aws_secret_access_key = " + f'"{some(40)}"',
    "AWS Bedrock key": lambda: "AB" + "SK" + some(120),
    "Google API key": lambda: "AI" + "za" + some(35),
    "Google OAuth secret": lambda: "GOC" + "SPX-" + some(28),
    "Google OAuth token": lambda: "ya" + "29." + some(60),
    "Azure storage key": lambda: "Account" + "Key=" + some(86) + "==",
    "Azure client secret": lambda: some(3) + "8Q" + "~" + some(34),
    "Azure SAS signature": lambda: "https://x.blob.core.windows.net/a?si" + "g=" + some(43) + "%3D",
    "DigitalOcean token": lambda: "dop" + "_v1_" + some(64, HEX),
    "Alibaba access key": lambda: "LT" + "AI" + some(20),
    "Tencent secret id": lambda: "AK" + "ID" + some(32),
    "IBM Cloud key": lambda: "ibm_api_key: " + some(44),
    "Yandex Cloud key": lambda: "AQ" + "VN" + some(36),
    "Fly.io token": lambda: "fo" + "1_" + some(43),
    "Heroku key": lambda: "HEROKU_API_KEY=" + uuid(),
    "Cloudflare key": lambda: "CLOUDFLARE_API_TOKEN=" + some(40),
    "Cloudflare origin key": lambda: "v1" + ".0-" + some(24, HEX) + "-" + some(146, HEX),
    "Netlify token": lambda: "nf" + "p_" + some(36),
    "Vercel token": lambda: "VERCEL_TOKEN=" + some(24),
    "Render key": lambda: "rn" + "d_" + some(30),
    "Terraform token": lambda: some(14) + ".atlas" + "v1." + some(64),
    "Vault token": lambda: "hv" + "s." + some(40),
    "Pulumi token": lambda: "pu" + "l-" + some(40, HEX),
    "Doppler token": lambda: "dp" + ".pt." + some(43),
    "1Password token": lambda: "ops" + "_eyJ" + some(120),
    "GitHub token": lambda: "gh" + "p_" + some(36),
    "GitLab token": lambda: "gl" + "pat-" + some(20),
    "Bitbucket password": lambda: "AT" + "BB" + some(32),
    "Atlassian token": lambda: "ATA" + "TT3x" + some(80),
    "CircleCI token": lambda: "CCI" + "PAT_" + some(22) + "_" + some(40, HEX),
    "Buildkite token": lambda: "bk" + "ua_" + some(40, HEX),
    "SonarQube token": lambda: "sq" + "p_" + some(40, HEX),
    "Docker Hub token": lambda: "dckr" + "_pat_" + some(27),
    "npm token": lambda: "np" + "m_" + some(36),
    "PyPI token": lambda: "pypi-" + "AgEIcHlwaS" + some(80),
    "RubyGems key": lambda: "ruby" + "gems_" + some(48, HEX),
    "Crates.io token": lambda: "ci" + "o" + some(32),
    "NuGet key": lambda: "oy" + "2" + some(43, string.ascii_lowercase + string.digits),
    "Clojars token": lambda: "CLO" + "JARS_" + some(60, HEX),
    "Slack token": lambda: "xo" + "xb-" + some(24),
    "Slack webhook": lambda: "https://hooks.sl" + "ack.com/services/" + some(44),
    "Discord bot token": lambda: "Bot " + "M" + some(25) + "." + some(6) + "." + some(30),
    "Discord webhook": lambda: "discord.com/api/web" + "hooks/" + "1" * 18 + "/" + some(68),
    "Telegram bot token": lambda: "123456789" + ":A" + "A" + some(33),
    "Teams webhook": lambda: (
        "https://x.webhook.off" + f"ice.com/webhookb2/{uuid()}@{uuid()}/IncomingWebhook/{some(32)}"
    ),
    "Twilio key": lambda: "S" + "K" + some(32, HEX),
    "SendGrid key": lambda: "S" + "G." + some(22) + "." + some(43),
    "Mailgun key": lambda: "ke" + "y-" + some(32, HEX),
    "Mailchimp key": lambda: some(32, HEX) + "-u" + "s12",
    "Brevo key": lambda: "xkey" + "sib-" + some(64, HEX) + "-" + some(16),
    "Resend key": lambda: "r" + "e_" + some(8) + "_" + some(24),
    "Stripe key": lambda: "sk" + "_live_" + some(24),
    "Square token": lambda: "sq0" + "atp-" + some(22),
    "PayPal token": lambda: "access_" + "token$production$" + some(16, HEX) + "$" + some(32, HEX),
    "Plaid token": lambda: "access-" + "production-" + uuid(),
    "Shopify token": lambda: "shp" + "at_" + some(32, HEX),
    "OpenAI or Anthropic key": lambda: "sk" + "-ant-" + some(60),
    "Hugging Face token": lambda: "h" + "f_" + some(34, LETTERS),
    "Groq key": lambda: "gs" + "k_" + some(52),
    "xAI key": lambda: "xa" + "i-" + some(80),
    "Replicate token": lambda: "r" + "8_" + some(37),
    "Perplexity key": lambda: "pp" + "lx-" + some(48),
    "NVIDIA key": lambda: "nv" + "api-" + some(64),
    "LangSmith key": lambda: "ls" + "v2_pt_" + some(32, HEX) + "_" + some(10, HEX),
    "Pinecone key": lambda: "pc" + "sk_" + some(6) + "_" + some(60),
    "Databricks token": lambda: "da" + "pi" + some(32, HEX),
    "PlanetScale token": lambda: "psc" + "ale_tkn_" + some(43),
    "Supabase key": lambda: "sb" + "p_" + some(40, HEX),
    "Datadog key": lambda: "DATADOG_API_KEY=" + some(32, HEX),
    "New Relic key": lambda: "NR" + "AK-" + some(27, UPPER),
    "Grafana token": lambda: "gl" + "sa_" + some(32) + "_" + some(8, HEX),
    "Sentry token": lambda: "sntr" + "yu_" + some(64, HEX),
    "Dynatrace token": lambda: "dt0" + "c01." + some(24, UPPER) + "." + some(64, UPPER),
    "PostHog key": lambda: "ph" + "x_" + some(43),
    "Linear key": lambda: "li" + "n_api_" + some(40),
    "Notion token": lambda: "nt" + "n_" + "1" * 11 + some(35),
    "Airtable token": lambda: "pa" + "t" + some(14) + "." + some(64, HEX),
    "Figma token": lambda: "fi" + "gd_" + some(40),
    "Asana token": lambda: "ASANA_TOKEN=1/" + "1" * 16 + ":" + some(32, HEX),
    "Postman key": lambda: "PM" + "AK-" + some(24, HEX) + "-" + some(34, HEX),
    "Facebook token": lambda: "EA" + "ACE" + some(100),
    "Twitter bearer token": lambda: "A" * 22 + some(90),
    "Mapbox secret token": lambda: "sk" + ".eyJ" + some(60) + "." + some(22),
    "Dropbox token": lambda: "s" + "l." + some(140),
    "Okta token": lambda: "SS" + "WS 00" + some(40),
    "JSON web token": lambda: "ey" + "J" + some(20) + ".eyJ" + some(30) + "." + some(43),
    "password in an address": lambda: "postgres://admin:" + "hunter2secret@db.internal/x",
}
FORMS = (
    "{}",
    'const key = "{}";',
    "export TOKEN='{}'\necho done",
    "# do not commit: {}\n",
    '{{"auth": "{}", "n": 1}}',
    "Authorization: Bearer {}",
)
INNOCENT = (
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "commit 5d41402abc4b2a76b9719d911017c592e4f2ab11",
    "id = 123e4567-e89b-12d3-a456-426614174000",
    "version 1.2.3-beta.4+build.567 of go1.22.1",
    "func TestSkipListInsertAndDeleteManyElementsConcurrently(t *testing.T) {",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
    "key-value stores and pull-based access-control patterns",
    "gh_pages, npm_config, hf_hub, re_compile, patterns.match, docker_pat",
    "https://user:password@example.com/path and redis://:changeme@localhost",
    "aws_secret_access_key = os.environ['AWS_SECRET_ACCESS_KEY']",
    "HEROKU_API_KEY=$TOKEN; VERCEL_TOKEN=<your token here>",
    "SK = session_key; sk-learn; sk_test_only_in_docs",
)


def test_there_are_sixty_kinds_and_each_is_planted():
    assert len(secrets.SECRETS) >= 60
    assert set(PLANTED) == set(secrets.SECRETS)


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_secret_is_found_wherever_it_stands(kind):
    for form in FORMS:
        text = "package main\n\nvar limit = 10\n" + form.format(PLANTED[kind]())
        found = secrets.secret(text)
        assert found, f"{kind} not found in {form}"
        assert re.search(r" at character \d+$", found)
        assert found.startswith(kind) or kind in ("AWS Bedrock key", "1Password token")


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_like_one_is_let_pass(text):
    assert secrets.secret(text) is None


def test_a_finding_never_holds_the_secret():
    value = PLANTED["GitHub token"]()
    assert value[4:] not in secrets.secret(f"x = '{value}'")


def test_the_first_of_several_is_told():
    text = f"a {PLANTED['Stripe key']()}\nb {PLANTED['GitHub token']()}"
    assert secrets.secret(text) == "Stripe key at character 3"
