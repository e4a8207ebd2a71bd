"""The import graph of a repository's packages, and the layers that it makes."""

import networkx as nx

from neural.domains.repository.index import Index


def graph(index: Index) -> nx.DiGraph:
    """An edge from each package to those it imports; `files` on it: how many files do.

    Nodes have `files`, `lines` and `layer`: 0 for what imports none of the others; packages that
    import each other stand in one layer.
    """
    made = nx.DiGraph()
    for folder, paths in sorted(index.modules.folders.items()):
        code = [path for path in paths if index.files[path].language != "markdown"]
        code = [path for path in code if not index.is_test(path)]
        if code:
            lines = sum(index.files[path].lines for path in code)
            made.add_node(folder, files=len(code), lines=lines)
    for folder, imported in sorted(index.package_imports.items()):
        for other, files in sorted(imported.items()):
            if folder in made and other in made:
                made.add_edge(folder, other, files=files)
    joined = nx.condensation(made)
    for number in reversed(list(nx.topological_sort(joined))):
        below = [joined.nodes[other]["layer"] for other in joined.successors(number)]
        joined.nodes[number]["layer"] = 1 + max(below, default=-1)
        for folder in joined.nodes[number]["members"]:
            made.nodes[folder]["layer"] = joined.nodes[number]["layer"]
    return made


def cycles(made: nx.DiGraph) -> list[list[str]]:
    """Packages that import each other, each group sorted."""
    groups = (sorted(some) for some in nx.strongly_connected_components(made))
    return sorted(some for some in groups if len(some) > 1)
