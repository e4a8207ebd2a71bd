"""Inside the box: runs test files of a project and reports each test."""

import importlib
import inspect
import json
import os
import sys
import traceback
import unittest

sys.path.pop(0)  # this file's folder: projects have modules of any name
try:
    import pytest
except ImportError:
    pytest = None


def send(name, what, message=""):
    os.write(3, (json.dumps([name, what, message]) + "\n").encode())


class Plugin:
    def pytest_collectreport(self, report):
        if report.failed:
            send(report.nodeid, "load", report.longreprtext)

    def pytest_runtest_logreport(self, report):
        if report.failed:
            send(report.nodeid, "fail", report.longreprtext)
        elif report.passed and report.when == "call":
            send(report.nodeid, "pass")


class Result(unittest.TestResult):
    def __init__(self, file):
        super().__init__()
        self.file = file

    def name(self, test):
        case = getattr(test, "_testFunc", None)
        parts = [case.__name__] if case else test.id().split(".")[-2:]
        return "::".join([self.file, *parts])

    def addSuccess(self, test):
        send(self.name(test), "pass")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        send(self.name(test), "fail", self.failures[-1][1])

    def addError(self, test, error):
        super().addError(test, error)
        send(self.name(test), "fail", self.errors[-1][1])

    def addSubTest(self, test, subtest, error):
        if error:
            send(self.name(test), "fail", self._exc_info_to_string(error, test))


def plain(file):
    """unittest's classes, and functions called test_… that want no arguments."""
    sys.path.insert(0, os.path.dirname(os.path.abspath(file)))
    try:
        module = importlib.import_module(os.path.basename(file)[:-3])
    except Exception:
        send(file, "load", traceback.format_exc())
        return
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    for name, found in vars(module).items():
        plain_test = name.startswith("test_") and inspect.isfunction(found)
        if plain_test and not inspect.signature(found).parameters:
            suite.addTest(unittest.FunctionTestCase(found))
    suite.run(Result(file))


if pytest:
    flags = ["-q", "-p", "no:cacheprovider", "--tb=short", "--color=no", "-o", "addopts="]
    pytest.main([*flags, "--rootdir=/box", *sys.argv[1:]], plugins=[Plugin()])
else:
    for each in sys.argv[1:]:
        plain(each)
