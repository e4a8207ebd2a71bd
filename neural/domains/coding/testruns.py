"""Test files and the code that they test in one program.

None of the frameworks is in the sandbox, so a file runs against a few lines that stand for the part
of them that such files use.
"""

import re

ENTRY = {
    "name": "run_tests",
    "args": [],
    "returns": ["list", "str"],
    "mutates": None,
    "methods": None,
    "generics": {},
}


def runnable(code: str, tests: str, language: str) -> str:
    """Code and tests in one text whose `run_tests` names the tests that fail."""
    return RUNNERS[language](code, tests)


PYTHON_SHIM = """

class pytest:
    class raises:
        def __init__(self, kind, match=""):
            self.kind, self.match = kind, match

        def __enter__(self):
            return self

        def __exit__(self, kind, error, trace):
            import re

            assert kind is not None, "nothing was raised"
            text = error.args[0] if isinstance(error, KeyError) and error.args else str(error)
            fits = issubclass(kind, self.kind)
            assert not fits or re.search(self.match, str(text)), "another message"
            return fits

    class approx:
        def __init__(self, wanted):
            self.wanted = wanted

        def __eq__(self, found):
            import math

            def close(a, b):
                return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-12)

            if not isinstance(self.wanted, list):
                return close(self.wanted, found)
            return len(found) == len(self.wanted) and all(map(close, self.wanted, found))


def run_tests():
    failed = []
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            try:
                test()
            except Exception:
                failed.append(name)
    return failed
"""


def _run_python(code: str, tests: str) -> str:
    kept = re.sub(r"^(import pytest|from solution import .*)\n", "", tests, flags=re.MULTILINE)
    return f"{code}\n{PYTHON_SHIM}\n\n{kept}"


JAVASCRIPT_SHIM = """
const registered = [];
const test = (name, run) => registered.push([name, run]);

async function runTests() {
  const failed = [];
  for (const [name, run] of registered) {
    try {
      await run();
    } catch {
      failed.push(name);
    }
  }
  return failed;
}
"""


def _run_javascript(code: str, tests: str) -> str:
    kept = re.sub(r"^import .*;\n", "", tests, flags=re.MULTILINE)
    return f"import assert from 'node:assert/strict';\n{code}\n{JAVASCRIPT_SHIM}\n{kept}"


JAVA_SHIM = """
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Test {}

interface Executable {
    void execute() throws Throwable;
}

class Assertions {
    static void check(boolean right) {
        if (!right) throw new AssertionError();
    }

    static void assertEquals(Object wanted, Object found) {
        check(java.util.Objects.equals(wanted, found));
    }

    static void assertEquals(int wanted, int found) { check(wanted == found); }

    static void assertEquals(long wanted, long found) { check(wanted == found); }

    static void assertEquals(char wanted, char found) { check(wanted == found); }

    static void assertEquals(int wanted, Integer found) { check(wanted == found); }

    static void assertEquals(long wanted, Long found) { check(wanted == found); }

    static void assertEquals(double wanted, double found, double by) {
        check(Math.abs(wanted - found) <= by);
    }

    static void assertTrue(boolean found) { check(found); }

    static void assertFalse(boolean found) { check(!found); }

    static void assertNull(Object found) { check(found == null); }

    static void assertArrayEquals(int[] a, int[] b) { check(java.util.Arrays.equals(a, b)); }

    static void assertArrayEquals(long[] a, long[] b) { check(java.util.Arrays.equals(a, b)); }

    static void assertArrayEquals(boolean[] a, boolean[] b) {
        check(java.util.Arrays.equals(a, b));
    }

    static void assertArrayEquals(Object[] a, Object[] b) {
        check(java.util.Arrays.deepEquals(a, b));
    }

    static void assertArrayEquals(double[] a, double[] b, double by) {
        check(a.length == b.length);
        for (int i = 0; i < a.length; i++) check(Math.abs(a[i] - b[i]) <= by);
    }

    static <T extends Throwable> void assertThrows(Class<T> kind, Executable run) {
        try {
            run.execute();
        } catch (Throwable found) {
            check(kind.isInstance(found));
            return;
        }
        check(false);
    }
}

final class TestRunner {
    static java.util.List<String> runTests() throws Exception {
        java.util.List<String> failed = new java.util.ArrayList<>();
        for (var test : NAME.class.getDeclaredMethods()) {
            if (!test.isAnnotationPresent(Test.class)) continue;
            try {
                test.setAccessible(true);
                var made = NAME.class.getDeclaredConstructor();
                made.setAccessible(true);
                test.invoke(made.newInstance());
            } catch (java.lang.reflect.InvocationTargetException wrong) {
                failed.add(test.getName());
            }
        }
        java.util.Collections.sort(failed);
        return failed;
    }
}
"""


def _run_java(code: str, tests: str) -> str:
    lines = re.findall(r"^import (?!static org\.junit|org\.junit).*;$", tests, re.MULTILINE)
    lines += re.findall(r"^import .*;$", code, re.MULTILINE)
    body = re.sub(r"^import .*;\n", "", tests, flags=re.MULTILINE)
    code = re.sub(r"^import .*;\n", "", code, flags=re.MULTILINE)
    named = re.search(r"\bclass (\w+Test)\b(?! extends)", body)
    name = named[1] if named else "Tests"
    body = re.sub(rf"\bclass {name}\b", f"class {name} extends Assertions", body, count=1)
    imports = "\n".join(sorted(set(lines)))
    return f"{imports}\n{code}\n{body}\n{JAVA_SHIM.replace('NAME', name)}"


GO_SHIM = """
type testingT struct{ failed bool }

type stopped struct{}

func (t *testingT) Helper()               {}
func (t *testingT) Log(...any)            {}
func (t *testingT) Logf(string, ...any)   {}
func (t *testingT) Error(...any)          { t.failed = true }
func (t *testingT) Errorf(string, ...any) { t.failed = true }
func (t *testingT) Fail()                 { t.failed = true }

func (t *testingT) FailNow() {
	t.failed = true
	panic(stopped{})
}

func (t *testingT) Fatal(...any)          { t.FailNow() }
func (t *testingT) Fatalf(string, ...any) { t.FailNow() }

func (t *testingT) Run(_ string, test func(*testingT)) bool {
	inner := &testingT{}
	func() {
		defer func() {
			if recover() != nil {
				inner.failed = true
			}
		}()
		test(inner)
	}()
	t.failed = t.failed || inner.failed
	return !inner.failed
}

func RunTests() []string {
	failed := []string{}
	for name, test := range map[string]func(*testingT){
LIST	} {
		if !(&testingT{}).Run(name, test) {
			failed = append(failed, name)
		}
	}
	slices.Sort(failed)
	return failed
}
"""


def _run_go(code: str, tests: str) -> str:
    imports: set[str] = {'"slices"'}
    parts = []
    for source in (code, tests):
        source = re.sub(r"^package \w+\n", "", source)
        for block in re.findall(r"^import \(\n(.*?)^\)\n", source, re.DOTALL | re.MULTILINE):
            imports |= {line.strip() for line in block.splitlines() if line.strip()}
        imports |= set(re.findall(r'^import ("[^"]+")', source, re.MULTILINE))
        source = re.sub(r"^import \(\n.*?^\)\n", "", source, flags=re.DOTALL | re.MULTILINE)
        parts.append(re.sub(r'^import "[^"]+"\n', "", source, flags=re.MULTILINE))
    names = re.findall(r"^func (Test\w+)\(t \*testing\.T\)", tests, re.MULTILINE)
    listed = "".join(f'\t\t"{name}": {name},\n' for name in names)
    imports.discard('"testing"')
    head = "import (\n" + "".join(f"\t{each}\n" for each in sorted(imports)) + ")\n"
    tests = parts[1].replace("*testing.T", "*testingT")
    return head + parts[0] + tests + GO_SHIM.replace("LIST", listed)


RUNNERS = {
    "python": _run_python,
    "go": _run_go,
    "javascript": _run_javascript,
    "java": _run_java,
}
