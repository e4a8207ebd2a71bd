// Inside the box: compiles all samples in one call ("compile"), or calls their methods ("run").
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.*;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.tools.*;

public final class Run {
    private static final Path BOX = Path.of("/box");
    private static final Path OUT = Path.of("/out");
    private static OutputStream results;

    public static void main(String[] args) throws Exception {
        results = new FileOutputStream("/proc/self/fd/3");
        List<?> jobs = (List<?>) Json.parse(Files.readString(BOX.resolve("jobs.json")));
        if (args[0].equals("compile")) {
            Compile.all(jobs);
            return;
        }
        Scanner numbers = new Scanner(System.in);
        while (numbers.hasNextInt()) {
            int number = numbers.nextInt();
            // Deep recursion is the sample's own affair, so it gets its own stack.
            Thread thread = new Thread(null, () -> serve(number, map(jobs.get(number))), "s", 16 << 20);
            thread.start();
            thread.join();
        }
        System.exit(0);
    }

    static Map<String, Object> map(Object value) {
        @SuppressWarnings("unchecked")
        Map<String, Object> made = (Map<String, Object>) value;
        return made;
    }

    static synchronized void send(Object... line) {
        try {
            results.write((Json.write(Arrays.asList(line)) + "\n").getBytes(StandardCharsets.UTF_8));
            results.flush();
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    private static void serve(int number, Map<String, Object> job) {
        send(number, "begin", null);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {OUT.toUri().toURL()})) {
            Calls calls = new Calls(loader, "s" + number, map(job.get("entry")));
            int index = 0;
            for (Object values : (List<?>) job.get("calls")) {
                send(number, index++, calls.call((List<?>) values));
            }
        } catch (Throwable error) {
            send(number, "load", Calls.failure(error, "s" + number));
        }
        send(number, "end", 0);
    }
}

final class Compile {
    private record Source(int number, String text) {}

    private static final class Unit extends SimpleJavaFileObject {
        private final Source source;

        Unit(Source source) {
            super(URI.create("mem:///s" + source.number + "/Solution.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignore) {
            return source.text;
        }

        @Override
        public boolean isNameCompatible(String name, Kind kind) {
            return true; // a public class may have any name
        }
    }

    static void all(List<?> jobs) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<Integer, Unit> left = new TreeMap<>();
        for (int i = 0; i < jobs.size(); i++) {
            Object source = Run.map(jobs.get(i)).get("source");
            left.put(i, new Unit(new Source(i, Files.readString(Path.of("/box/" + source)))));
        }
        List<String> options = List.of("-d", "/out", "-proc:none", "-nowarn", "-XDdev", "-implicit:none", "-Xmaxerrs", "100000");
        var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        boolean done = false;
        while (!done && !left.isEmpty()) {
            var found = new DiagnosticCollector<JavaFileObject>();
            done = compiler.getTask(null, files, found, options, null, left.values()).call();
            boolean any = false;
            for (var each : found.getDiagnostics()) {
                if (each.getKind() != Diagnostic.Kind.ERROR || !(each.getSource() instanceof Unit unit)) continue;
                if (left.remove(unit.source.number) != null) {
                    any = true;
                    Run.send(unit.source.number, "compile", Map.of("line", each.getLineNumber(), "message", each.getMessage(Locale.ROOT)));
                }
            }
            if (!done && !any) throw new IllegalStateException(found.getDiagnostics().toString());
        }
    }
}

/** The members of one sample's package, called with values from JSON. */
final class Calls {
    private final Map<String, Object> entry;
    private final String at;
    private final List<Class<?>> classes = new ArrayList<>();
    private final List<?> arguments;

    Calls(ClassLoader loader, String at, Map<String, Object> entry) throws Exception {
        this.entry = entry;
        this.at = at;
        arguments = (List<?>) entry.get("args");
        try (var paths = Files.list(Path.of("/out/" + at))) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString();
                classes.add(loader.loadClass(at + "." + name.substring(0, name.length() - 6)));
            }
        }
    }

    Object call(List<?> values) {
        return entry.get("methods") == null ? callFunction(values) : callClass(values);
    }

    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static boolean is(String name, Object wanted) {
        return plain(name).equals(plain((String) wanted));
    }

    private Object callFunction(List<?> values) {
        try {
            Method method = find();
            method.setAccessible(true);
            Object[] given = decode(values, arguments, method.getGenericParameterTypes());
            boolean ordered = !arguments.toString().contains("dict") && !arguments.toString().contains("set");
            String before = ordered ? encode(given) : "";
            Object made = method.invoke(null, given);
            if (entry.get("mutates") instanceof Number place) {
                return value(Codec.encode(given[place.intValue()], entry.get("returns")));
            }
            Map<String, Object> outcome = value(Codec.encode(settle(made), entry.get("returns")));
            if (ordered && !encode(given).equals(before)) outcome.put("changed", true);
            return outcome;
        } catch (Throwable error) {
            return failure(error, at);
        }
    }

    private String encode(Object[] given) {
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            Object kind = ((List<?>) arguments.get(i)).get(1);
            if (given[i] instanceof Iterator) return ""; // reading it would use it up
            made.add(Codec.encode(given[i], kind));
        }
        return made.toString();
    }

    private Method find() throws NoSuchMethodException {
        for (Class<?> each : classes) {
            for (Method method : each.getDeclaredMethods()) {
                if (is(method.getName(), entry.get("name")) && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == arguments.size() && !method.isSynthetic()) return method;
            }
        }
        throw new NoSuchMethodException("no static method for " + entry.get("name") + " with " + arguments.size() + " parameters");
    }

    private Object callClass(List<?> values) {
        try {
            Object target = construct((List<?>) values.get(0));
            List<Object> trace = new ArrayList<>();
            for (Object operation : (List<?>) values.get(1)) trace.add(callMethod(target, (List<?>) operation));
            return value(trace);
        } catch (Throwable error) {
            return failure(error, at);
        }
    }

    private Object construct(List<?> values) throws Exception {
        for (Class<?> each : classes) {
            if (!is(each.getSimpleName(), entry.get("name"))) continue;
            for (Constructor<?> made : each.getDeclaredConstructors()) {
                if (made.getParameterCount() != values.size() || made.isSynthetic()) continue;
                made.setAccessible(true);
                return made.newInstance(decode(values, arguments, made.getGenericParameterTypes()));
            }
        }
        throw new NoSuchMethodException("no class for " + entry.get("name") + " with " + values.size() + " parameters");
    }

    private Object callMethod(Object target, List<?> operation) {
        List<?> values = operation.subList(1, operation.size());
        try {
            List<?> kinds = (List<?>) Run.map(entry.get("methods")).get(operation.get(0));
            for (Class<?> each = target.getClass(); each != null; each = each.getSuperclass()) {
                for (Method method : each.getDeclaredMethods()) {
                    if (!is(method.getName(), operation.get(0)) || method.getParameterCount() != values.size()
                            || method.isSynthetic()) continue;
                    method.setAccessible(true);
                    Object[] given = decode(values, (List<?>) kinds.get(0), method.getGenericParameterTypes());
                    return value(Codec.encode(settle(method.invoke(target, given)), kinds.get(1)));
                }
            }
            throw new NoSuchMethodException("no method for " + operation.get(0) + " with " + values.size() + " parameters");
        } catch (Throwable error) {
            return failure(error, at);
        }
    }

    private static Object[] decode(List<?> values, List<?> kinds, Type[] types) throws Exception {
        Object[] given = new Object[values.size()];
        for (int i = 0; i < given.length; i++) given[i] = Codec.decode(values.get(i), ((List<?>) kinds.get(i)).get(1), types[i]);
        return given;
    }

    private static Object settle(Object made) throws Throwable {
        return made instanceof Future<?> future ? future.get() : made;
    }

    private static Map<String, Object> value(Object made) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("value", made);
        return outcome;
    }

    static Map<String, Object> failure(Throwable error, String at) {
        while ((error instanceof InvocationTargetException || error instanceof ExecutionException
                || error instanceof ExceptionInInitializerError) && error.getCause() != null) error = error.getCause();
        List<Object> kinds = new ArrayList<>();
        for (Class<?> each = error.getClass(); each != Object.class; each = each.getSuperclass()) kinds.add(each.getSimpleName());
        Object line = null;
        for (StackTraceElement each : error.getStackTrace()) {
            if (each.getClassName().startsWith(at + ".")) {
                line = each.getLineNumber();
                break;
            }
        }
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("error", kinds);
        made.put("message", String.valueOf(error.getMessage()).replace(at + ".", ""));
        made.put("line", line);
        return made;
    }
}
