// Solutions of spec.py's families; see AUTHORING.md.

//: family read_number
import java.util.Map;

final class ReadNumber {
    static int readNumber(Map<String, String> settings, String key) {
        try {
            return parse(settings.get(key));
        } catch (IllegalArgumentException error) {
            String message = "cannot read " + key + ": " + error.getMessage();
            throw new IllegalStateException(message, error);
        }
    }

    private static int parse(String text) {
        if (text == null) {
            throw new IllegalArgumentException("no such setting"); //: absent=error
            return 0; //: absent=zero
        }
        if (!text.matches("[0-9]+")) {
            throw new IllegalArgumentException("not a number");
        }
        return Integer.parseInt(text);
    }
}

//: driver
final class Driver {
    static java.util.List<String> numberOrCauses(
            Map<String, String> settings, String key) {
        try {
            return java.util.List.of("" + ReadNumber.readNumber(settings, key));
        } catch (RuntimeException failure) {
            var messages = new java.util.ArrayList<String>();
            for (Throwable error = failure; error != null; error = error.getCause()) {
                messages.add(error.getMessage());
            }
            return messages;
        }
    }
}

//: family import_amounts
import java.util.ArrayList;
import java.util.List;

final class ImportAmounts {
    record Report(int total, List<String> failed) {}

    static Report importAmounts(List<String> lines) {
        int total = 0;
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.matches("[a-z]+=[0-9]{1,5}")) {
                total += Integer.parseInt(line.substring(line.indexOf('=') + 1));
                continue;
            }
            failed.add("line " + (i + 1) + ": " + line);
            //: policy=two
            if (failed.size() == 2) {
                break;
            }
            //: end
        }
        return new Report(total, failed); //: policy!=nothing
        return new Report(failed.isEmpty() ? total : 0, failed); //: policy=nothing
    }
}

//: family sum_outcomes
import java.util.ArrayList; //: policy!=first
import java.util.List;

final class SumOutcomes {
    record Outcome(boolean ok, int value, String message) {}

    static Outcome sumOutcomes(List<Outcome> outcomes) {
        int total = 0;
        List<String> messages = new ArrayList<>(); //: policy!=first
        for (Outcome each : outcomes) {
            //: policy=first
            if (!each.ok()) {
                return new Outcome(false, 0, each.message());
            }
            total += each.value();
            //: policy!=first
            if (each.ok()) {
                total += each.value();
            } else {
                messages.add(each.message());
            }
            //: end
        }
        //: policy=first
        return new Outcome(true, total, "");
        //: policy!=first
        String message = String.join("; ", messages);
        //: policy=all
        boolean ok = messages.isEmpty();
        return new Outcome(ok, ok ? total : 0, message);
        //: policy=partial
        boolean ok = outcomes.isEmpty() || messages.size() < outcomes.size();
        return new Outcome(ok, total, message);
        //: end
    }
}

//: family apply_changes
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ApplyChanges {
    record Change(String name, int amount) {}
    //: policy!=skip

    static final class OutOfStockException extends RuntimeException {
        OutOfStockException() {
            super("not enough in stock");
        }
    }
    //: end

    static Map<String, Integer> applyChanges(
            Map<String, Integer> stock, List<Change> changes) {
        Map<String, Integer> after = new HashMap<>(stock);
        for (Change change : changes) {
            int left = after.getOrDefault(change.name(), 0) + change.amount();
            //: policy=each
            if (left < 0) {
                throw new OutOfStockException();
            }
            //: policy=skip
            if (left < 0) {
                continue;
            }
            //: end
            after.put(change.name(), left);
        }
        //: policy=end
        if (after.values().stream().anyMatch(left -> left < 0)) {
            throw new OutOfStockException();
        }
        //: end
        return after;
    }
}

//: family parse_bounded
final class ParseBounded {
    //: bounds!=clamped
    static final class OutOfBoundsException extends RuntimeException {
        OutOfBoundsException() {
            super("out of bounds");
        }
    }

    //: end
    static int parseBounded(String text, int low, int high) {
        if (!text.matches("-?[0-9]{1,6}")) {
            throw new IllegalArgumentException("not a number");
        }
        int number = Integer.parseInt(text);
        return Math.min(Math.max(number, low), high); //: bounds=clamped
        //: bounds!=clamped
        if (number < low || number > high) { //: bounds=closed
        if (number < low || number >= high) { //: bounds=open
            throw new OutOfBoundsException();
        }
        return number;
        //: end
    }
}

//: family quotients
import java.util.ArrayList;
import java.util.List;

final class Quotients {
    record Pair(int first, int second) {}

    static List<Integer> quotients(List<Pair> pairs) {
        List<Integer> results = new ArrayList<>();
        for (Pair pair : pairs) {
            //: zero=null
            results.add(pair.second() == 0 ? null : pair.first() / pair.second());
            //: zero=skip
            if (pair.second() != 0) {
                results.add(pair.first() / pair.second());
            }
            //: zero=error
            if (pair.second() == 0) {
                int place = results.size() + 1;
                throw new IllegalArgumentException(
                        "pair " + place + " divides by zero");
            }
            results.add(pair.first() / pair.second());
            //: end
        }
        return results;
    }
}

//: family summarize_errors
import java.util.ArrayList;
import java.util.Collections; //: order=last
import java.util.Comparator; //: order=count
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class SummarizeErrors {
    static List<String> summarizeErrors(List<String> messages) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String message : messages) {
            int before = counts.getOrDefault(message, 0); //: order!=last
            //: order=last
            Integer earlier = counts.remove(message);
            int before = earlier == null ? 0 : earlier;
            //: end
            counts.put(message, before + 1);
        }
        List<String> order = new ArrayList<>(counts.keySet());
        //: order=count
        order.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
        //: order=last
        Collections.reverse(order);
        //: end
        order.replaceAll(message -> {
            int count = counts.get(message);
            return count > 1 ? message + " (" + count + " times)" : message;
        });
        return order;
    }
}

//: family schema_errors
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

final class SchemaErrors {
    private static final Map<String, String> PATTERNS =
            Map.of("int", "-?[0-9]+", "bool", "true|false", "text", "(?s).+");

    static List<String> schemaErrors(
            Map<String, String> values, Map<String, String> schema) {
        List<String> problems = new ArrayList<>();
        schema.forEach((name, kind) -> {
            String value = values.get(name);
            if (value == null) {
                problems.add(name + ": missing");
            } else if (!value.matches(PATTERNS.get(kind))) {
                problems.add(name + ": not " + kind);
            }
        });
        //: extra=reported
        for (String name : values.keySet()) {
            if (!schema.containsKey(name)) {
                problems.add(name + ": unknown");
            }
        }
        //: end
        Collections.sort(problems);
        return problems;
    }
}

//: family layered_lookup
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

final class LayeredLookup {
    static String layeredLookup(List<Map<String, String>> layers, String key) {
        for (Map<String, String> layer : layers) { //: which=first
        //: which=last
        for (int i = layers.size() - 1; i >= 0; i--) {
            Map<String, String> layer = layers.get(i);
            //: end
            if (layer.containsKey(key)) { //: empty=counts
            if (!layer.getOrDefault(key, "").isEmpty()) { //: empty=skipped
                return layer.get(key);
            }
        }
        throw new NoSuchElementException("no layer has a value");
    }
}

//: family booking_price
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class BookingPrice {
    private static final Map<String, Integer> PRICES =
            Map.of("single", 50, "double", 80);

    record Booking(String guest, int nights, String room) {}

    static final class BookingException extends RuntimeException {
        BookingException(String message) {
            super(message);
        }
    }

    static int bookingPrice(Booking request) {
        List<String> problems = new ArrayList<>();
        if (request.guest().isEmpty()) {
            problems.add("guest is missing");
        }
        if (request.nights() < 1 || request.nights() > 30) {
            problems.add("nights must be 1 to 30");
        }
        if (!PRICES.containsKey(request.room())) {
            problems.add("unknown room");
        }
        if (!problems.isEmpty()) {
            throw new BookingException(String.join("; ", problems)); //: report=all
            throw new BookingException(problems.get(0)); //: report=first
            //: report=count
            String noun = problems.size() == 1 ? " problem" : " problems";
            throw new BookingException(problems.size() + noun);
            //: end
        }
        return request.nights() * PRICES.get(request.room());
    }
}

//: family require_settings
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

final class RequireSettings {
    static List<String> requireSettings(
            Map<String, String> settings, List<String> keys) {
        List<String> missing = keys.stream()
                .filter(key -> !settings.containsKey(key)) //: blank=value
                .filter(key -> settings.getOrDefault(key, "").isEmpty()) //: blank=missing
                .toList();
        if (!missing.isEmpty()) {
            throw new NoSuchElementException("missing: " + String.join(", ", missing));
        }
        return keys.stream().map(settings::get).toList();
    }
}

//: family point_at_error
import java.util.List;

final class PointAtError {
    static List<String> pointAtError(String source, int offset, String message) {
        String[] before = source.substring(0, offset).split("\n", -1);
        int line = before.length;
        int column = before[line - 1].length();
        int shown = column + COLUMN; //: column!=0
        return List.of(
                line + ":" + column + ": " + message, //: column=0
                line + ":" + shown + ": " + message, //: column!=0
                source.split("\n", -1)[line - 1],
                " ".repeat(column) + "^");
    }
}
