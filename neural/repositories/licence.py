"""The licence of a repository, told by the text of its licence file."""

import re

from neural.repositories.source import Repository

NAMES = re.compile(r"(?i)^(?:licen[cs]e|copying|unlicense)(?:[-.](?:md|txt|rst|mit|apache|bsd))*$")
# What only that licence says, the more particular first.
SAYS = (
    ("Apache-2.0", r"Apache License,?\s+Version 2\.0"),
    ("AGPL-3.0-only", r"GNU AFFERO GENERAL PUBLIC LICENSE"),
    ("LGPL-3.0-only", r"GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3"),
    ("LGPL-2.1-only", r"GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1"),
    ("GPL-3.0-only", r"GNU GENERAL PUBLIC LICENSE\s+Version 3"),
    ("GPL-2.0-only", r"GNU GENERAL PUBLIC LICENSE\s+Version 2"),
    ("MPL-2.0", r"Mozilla Public License,?\s+(?:Version|v\.)\s*2\.0"),
    ("EPL-2.0", r"Eclipse Public License\s*-\s*v\s*2\.0"),
    ("BUSL-1.1", r"Business Source License 1\.1"),
    ("CC-BY-NC-4.0", r"Attribution-NonCommercial 4\.0"),
    ("CC0-1.0", r"CC0 1\.0 Universal"),
    ("Unlicense", r"This is free and unencumbered software released into the public domain"),
    ("BSD-3-Clause", r"Redistribution and use in source and binary forms(?s:.)*?Neither the name"),
    ("BSD-2-Clause", r"Redistribution and use in source and binary forms"),
    ("ISC", r"Permission to use, copy, modify, and/?(?:or)? distribute this software for any"),
    ("MIT", r"Permission is hereby granted, free of charge, to any person obtaining a copy"),
)


def of(text: str) -> str:
    """The SPDX name of a licence's text, "" where it is none that is known here."""
    said = " ".join(text.split())
    return next((name for name, pattern in SAYS if re.search(pattern, said)), "")


def nearest(repository: Repository) -> str:
    """The SPDX name of the licence file nearest to the root, "" where none is known."""
    found = [blob for blob in repository.blobs if NAMES.match(blob.path.rsplit("/", 1)[-1])]
    for blob in sorted(found, key=lambda blob: (blob.path.count("/"), blob.path))[:3]:
        for _, data in repository.read([blob]):
            if name := of(data.decode(errors="replace")):
                return name
    return ""
