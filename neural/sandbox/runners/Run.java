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
import java.util.stream.BaseStream;
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

/** Values between JSON and Java, led by the abstract type and the method's own types. */
final class Codec {
    private static String head(Object kind) {
        return (String) (kind instanceof List<?> list ? list.get(0) : kind);
    }

    private static Object rest(Object kind, int i) {
        List<?> list = (List<?>) kind;
        return list.get(Math.min(i + 1, list.size() - 1));
    }

    private static Class<?> raw(Type type, Object kind) {
        if (type instanceof Class<?> made) return made;
        if (type instanceof ParameterizedType made) return (Class<?>) made.getRawType();
        if (type instanceof WildcardType made && made.getUpperBounds()[0] != Object.class) return raw(made.getUpperBounds()[0], kind);
        if (type instanceof GenericArrayType made) return Array.newInstance(raw(made.getGenericComponentType(), Object.class), 0).getClass();
        return Object.class;
    }

    private static Type parameter(Type type, int i) {
        if (type instanceof ParameterizedType made) return made.getActualTypeArguments()[i];
        if (type instanceof Class<?> made && made.isArray()) return made.getComponentType();
        if (type instanceof GenericArrayType made) return made.getGenericComponentType();
        return Object.class;
    }

    static Object decode(Object value, Object kind, Type type) throws Exception {
        Class<?> to = raw(type, kind);
        String head = head(kind);
        if (to == Optional.class) return Optional.ofNullable(value == null ? null : decode(value, rest(kind, 0), parameter(type, 0)));
        if (to == OptionalInt.class) return value == null ? OptionalInt.empty() : OptionalInt.of(whole(value, Integer.MAX_VALUE).intValue());
        if (value == null) return null;
        switch (head) {
            case "optional": return decode(value, rest(kind, 0), type);
            case "int": case "long":
                if (to == long.class || to == Long.class || head.equals("long")) return whole(value, Long.MAX_VALUE);
                if (to == double.class || to == Double.class) return whole(value, Long.MAX_VALUE).doubleValue();
                return whole(value, Integer.MAX_VALUE).intValue();
            case "float": return Double.valueOf(value.toString().replace("inf", "Infinity").replace("nan", "NaN"));
            case "str":
                if (to == char.class || to == Character.class) return ((String) value).charAt(0);
                return to == char[].class ? ((String) value).toCharArray() : value;
            case "bool": return value;
            case "dict": return decodeMap((List<?>) value, kind, type, to);
            default: return decodeItems((List<?>) value, kind, type, to);
        }
    }

    private static Long whole(Object value, long limit) {
        long made = Long.parseLong(value.toString());
        if (made > limit || made < -limit - 1) throw new ArithmeticException(made + " does not fit " + (limit == Long.MAX_VALUE ? "long" : "int"));
        return made;
    }

    private static Object decodeMap(List<?> pairs, Object kind, Type type, Class<?> to) throws Exception {
        Map<Object, Object> made = SortedMap.class.isAssignableFrom(to) ? new TreeMap<>() : new LinkedHashMap<>();
        for (Object pair : pairs) {
            List<?> both = (List<?>) pair;
            made.put(decode(both.get(0), rest(kind, 0), parameter(type, 0)), decode(both.get(1), rest(kind, 1), parameter(type, 1)));
        }
        return made;
    }

    private static Object decodeItems(List<?> items, Object kind, Type type, Class<?> to) throws Exception {
        String head = head(kind);
        if (to.isRecord()) {
            RecordComponent[] parts = to.getRecordComponents();
            Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[parts.length];
            for (int i = 0; i < values.length; i++) {
                Object part = head.equals("tuple") ? rest(kind, i) : ((List<?>) ((List<?>) rest(kind, 1)).get(i)).get(1);
                values[i] = decode(items.get(i), part, parts[i].getGenericType());
            }
            Constructor<?> made = to.getDeclaredConstructor(types);
            made.setAccessible(true);
            return made.newInstance(values);
        }
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) made.add(decode(items.get(i), rest(kind, head.equals("tuple") ? i : 0), parameter(type, 0)));
        if (to.isArray()) {
            Object array = Array.newInstance(to.getComponentType(), made.size());
            for (int i = 0; i < made.size(); i++) Array.set(array, i, made.get(i));
            return array;
        }
        if (to == Map.Entry.class) return new AbstractMap.SimpleImmutableEntry<>(decode(items.get(0), rest(kind, 0), parameter(type, 0)), decode(items.get(1), rest(kind, 1), parameter(type, 1)));
        if (SortedSet.class.isAssignableFrom(to)) return new TreeSet<>(made);
        if (Set.class.isAssignableFrom(to) || to == Object.class && head.equals("set")) return new LinkedHashSet<>(made);
        if (to == Iterator.class) return made.iterator();
        if (to == java.util.stream.Stream.class) return made.stream();
        return Deque.class.isAssignableFrom(to) || to == Queue.class ? new ArrayDeque<>(made) : made;
    }

    static Object encode(Object value, Object kind) {
        String head = head(kind);
        if (value instanceof Optional<?> made) value = made.orElse(null);
        else if (value instanceof OptionalInt made) value = made.isPresent() ? made.getAsInt() : null;
        else if (value instanceof OptionalLong made) value = made.isPresent() ? made.getAsLong() : null;
        else if (value instanceof OptionalDouble made) value = made.isPresent() ? made.getAsDouble() : null;
        if (value == null && (head.equals("optional") || head.equals("none"))) return null;
        boolean whole = value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
        switch (head) {
            case "optional": return encode(value, rest(kind, 0));
            case "int": if (whole) return value; break;
            case "long": if (whole || value instanceof java.math.BigInteger) return value.toString(); break;
            case "float":
                if (!(value instanceof Double || value instanceof Float)) break;
                double x = ((Number) value).doubleValue();
                if (Double.isNaN(x)) return "nan";
                return Double.isInfinite(x) ? x > 0 ? "inf" : "-inf" : (Object) x;
            case "str": if (value instanceof CharSequence || value instanceof Character) return value.toString(); if (value instanceof char[] text) return new String(text); break;
            case "bool": if (value instanceof Boolean) return value; break;
            case "dict":
                if (!(value instanceof Map<?, ?> map)) break;
                List<Object> pairs = new ArrayList<>();
                map.forEach((k, v) -> pairs.add(Arrays.asList(encode(k, rest(kind, 0)), encode(v, rest(kind, 1)))));
                // The order of Map.of is another in each process.
                if (map.getClass().getName().contains("Immutable")) pairs.sort(Comparator.comparing(Json::write));
                return pairs;
            case "record": if (value != null) return parts(value, (List<?>) rest(kind, 1)); break;
            case "tuple":
                if (value instanceof Map.Entry<?, ?> pair) value = Arrays.asList(pair.getKey(), pair.getValue());
                if (value != null && value.getClass().isRecord()) value = components(value);
                break;
            default:
        }
        boolean items = head.equals("list") || head.equals("tuple") || head.equals("set");
        List<?> list = items ? items(value, head) : null;
        if (list == null) throw new ClassCastException("found " + (value == null ? "null" : value.getClass().getSimpleName()) + ", expected " + head);
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) made.add(encode(list.get(i), rest(kind, head.equals("tuple") ? i : 0)));
        if (head.equals("set")) made.sort(Comparator.comparing(Json::write)); // it has no order
        return made;
    }

    private static List<?> items(Object value, String head) {
        if (value != null && value.getClass().isArray()) {
            List<Object> made = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) made.add(Array.get(value, i));
            return made;
        }
        if (value instanceof BaseStream<?, ?> stream) value = stream.iterator();
        if (value instanceof Iterator<?> iterator) {
            List<Object> made = new ArrayList<>();
            iterator.forEachRemaining(made::add);
            return made;
        }
        if (!(value instanceof Iterable<?> iterable) || head.equals("set") != (value instanceof Set)) return null;
        List<Object> made = new ArrayList<>();
        iterable.forEach(made::add);
        return made;
    }

    private static List<Object> components(Object value) {
        List<Object> made = new ArrayList<>();
        for (RecordComponent part : value.getClass().getRecordComponents()) made.add(get(value, part.getName()));
        return made;
    }

    private static List<Object> parts(Object value, List<?> fields) {
        List<Object> made = new ArrayList<>();
        for (Object each : fields) {
            List<?> pair = (List<?>) each;
            made.add(encode(get(value, (String) pair.get(0)), pair.get(1)));
        }
        return made;
    }

    private static Object get(Object value, String name) {
        try {
            for (Method each : value.getClass().getDeclaredMethods()) {
                String found = Calls.plain(each.getName());
                if (each.getParameterCount() == 0 && (found.equals(Calls.plain(name)) || found.equals("get" + Calls.plain(name)))) {
                    each.setAccessible(true);
                    return each.invoke(value);
                }
            }
            for (Field each : value.getClass().getDeclaredFields()) {
                if (!Calls.plain(each.getName()).equals(Calls.plain(name))) continue;
                each.setAccessible(true);
                return each.get(value);
            }
        } catch (ReflectiveOperationException error) {
            throw new IllegalStateException(error);
        }
        throw new ClassCastException("found " + value.getClass().getSimpleName() + ", which has no " + name);
    }
}

/** Just enough JSON: whole numbers as Long, others as Double. */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) at++;
        return text.charAt(at);
    }

    private Object value() {
        char c = next();
        if (c == '{') {
            Map<String, Object> made = new LinkedHashMap<>();
            for (at++; next() != '}'; skipComma()) {
                String key = string();
                next();
                at++;
                made.put(key, value());
            }
            at++;
            return made;
        }
        if (c == '[') {
            List<Object> made = new ArrayList<>();
            for (at++; next() != ']'; skipComma()) made.add(value());
            at++;
            return made;
        }
        if (c == '"') return string();
        int start = at;
        while (at < text.length() && ",]} \n\t\r".indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> word.matches("-?\\d+") ? (Object) Long.valueOf(word) : (Object) Double.valueOf(word);
        };
    }

    private void skipComma() {
        if (next() == ',') at++;
    }

    private String string() {
        next();
        StringBuilder made = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                made.append(c);
                continue;
            }
            c = text.charAt(++at);
            switch (c) {
                case 'n' -> made.append('\n');
                case 't' -> made.append('\t');
                case 'r' -> made.append('\r');
                case 'b' -> made.append('\b');
                case 'f' -> made.append('\f');
                case 'u' -> {
                    made.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                }
                default -> made.append(c);
            }
        }
        at++;
        return made.toString();
    }

    static String write(Object value) {
        if (value instanceof String text) return quote(text);
        StringJoiner made;
        if (value instanceof Map<?, ?> map) {
            made = new StringJoiner(",", "{", "}");
            map.forEach((k, v) -> made.add(quote((String) k) + ":" + write(v)));
            return made.toString();
        }
        if (value instanceof List<?> list) {
            made = new StringJoiner(",", "[", "]");
            list.forEach(each -> made.add(write(each)));
            return made.toString();
        }
        return String.valueOf(value);
    }

    private static String quote(String text) {
        StringBuilder made = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') made.append('\\').append(c);
            else if (c < ' ' || c > '~') made.append(String.format("\\u%04x", (int) c));
            else made.append(c);
        }
        return made.append('"').toString();
    }
}
