import java.lang.reflect.*;
import java.util.*;
import java.util.stream.BaseStream;

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
