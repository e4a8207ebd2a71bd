// Solutions of spec.py's families; see AUTHORING.md.

//: family format_cents
import java.util.Locale; //: style=grouped|european

final class FormatCents {
    static String formatCents(int cents) {
        int units = Math.abs(cents) / 100;
        int rest = Math.abs(cents) % 100;
        String sign = cents < 0 ? "-" : ""; //: style!=accounting
        return String.format("%s%d.%02d", sign, units, rest); //: style=plain
        return String.format(Locale.US, "%s%,d.%02d", sign, units, rest); //: style=grouped
        return String.format(Locale.GERMANY, "%s%,d,%02d", sign, units, rest); //: style=european
        //: style=accounting
        String amount = String.format("%d.%02d", units, rest);
        return cents < 0 ? "(" + amount + ")" : amount;
        //: end
    }
}

//: family parse_price
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ParsePrice {
    private static final Pattern PRICE =
            Pattern.compile("(\\d+)(?:\\.(\\d{1,2}))?"); //: currency=none
            Pattern.compile("(-?\\d+)(?:\\.(\\d{1,2}))?"); //: currency=sign
            Pattern.compile("(?:€(?!.*€))?(\\d+)(?:\\.(\\d{1,2}))?€?"); //: currency=euro

    static int parsePrice(String text) {
        Matcher match = PRICE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a price: '" + text + "'");
        }
        String fraction = match.group(2) == null ? "" : match.group(2);
        return Integer.parseInt(match.group(1) + (fraction + "00").substring(0, 2));
    }
}

//: family add_tax
final class AddTax {
    static int addTax(int cents, int percent) {
        return cents + (cents * percent + 50) / 100; //: rounding=nearest
        return cents + cents * percent / 100; //: rounding=down
        return cents + (cents * percent + 99) / 100; //: rounding=up
    }
}

//: family net_price
final class NetPrice {
    record Price(int net, int tax) {}

    static Price netPrice(int gross, int percent) {
        int whole = 100 + percent;
        //: rounded=net
        int net = (2 * gross * 100 + whole) / (2 * whole);
        return new Price(net, gross - net);
        //: rounded=tax
        int tax = (2 * gross * percent + whole) / (2 * whole);
        return new Price(gross - tax, tax);
        //: end
    }
}

//: family split_bill
import java.util.Arrays;

final class SplitBill {
    static int[] splitBill(int cents, int people) {
        if (people < 1) {
            throw new IllegalArgumentException("nobody is there to pay");
        }
        int[] parts = new int[people];
        Arrays.fill(parts, cents / people);
        int left = cents % people;
        //: rest=first
        for (int i = 0; i < left; i++) {
            parts[i]++;
        }
        //: rest=last
        for (int i = people - left; i < people; i++) {
            parts[i]++;
        }
        //: rest=one
        parts[0] += left;
        //: end
        return parts;
    }
}

//: family allocate
import java.util.Arrays;
import java.util.Comparator; //: order!=given
import java.util.stream.IntStream;

final class Allocate {
    static int[] allocate(int cents, int[] shares) {
        int total = Arrays.stream(shares).sum();
        if (total == 0) {
            throw new IllegalArgumentException("there are no shares");
        }
        int[] amounts =
                Arrays.stream(shares).map(share -> cents * share / total).toArray();
        int left = cents - Arrays.stream(amounts).sum();
        IntStream.range(0, shares.length)
                .filter(i -> shares[i] > 0) //: order=given
                //: order=remainder
                .boxed()
                .sorted(Comparator.comparingInt(i -> -(cents * shares[i] % total)))
                //: order=largest
                .boxed()
                .sorted(Comparator.comparingInt(i -> -shares[i]))
                //: end
                .limit(left)
                .forEach(i -> amounts[i]++);
        return amounts;
    }
}

//: family discount
final class Discount {
    static int discount(int cents, int count) {
        return cents * (count - count / 3); //: deal=third
        int total = cents * count; //: deal!=third
        return count < 3 ? total : total * 9 / 10; //: deal=bulk
        //: deal=extra
        if (count < 3 || total <= 1000) {
            return total;
        }
        return 1000 + (total - 1000) / 2;
        //: end
    }
}

//: family income_tax
final class IncomeTax {
    static int incomeTax(int income) {
        //: scheme=progressive
        int middle = Math.min(Math.max(income - 10_000, 0), 40_000);
        int upper = Math.max(income - 50_000, 0);
        return (middle * 20 + upper * 40) / 100;
        //: scheme=stepped
        if (income <= 10_000) {
            return 0;
        }
        return income * (income <= 50_000 ? 20 : 40) / 100;
        //: scheme=capped
        return Math.min(Math.max(income - 10_000, 0) * 20 / 100, 8_000);
        //: end
    }
}

//: family make_change
import java.util.LinkedList;
import java.util.List;

final class MakeChange {
    private static final int[] DENOMINATIONS = {50, 20, 10, 5, 2, 1}; //: coins=euro
    private static final int[] DENOMINATIONS = {25, 10, 5, 1}; //: coins=us

    static List<Integer> makeChange(int cents) {
        LinkedList<Integer> change = new LinkedList<>();
        int left = cents;
        for (int coin : DENOMINATIONS) {
            while (left >= coin) {
                change.addLast(coin); //: order=largest
                change.addFirst(coin); //: order=smallest
                left -= coin;
            }
        }
        return change;
    }
}

//: family exchange
import java.util.Map;
import java.util.NoSuchElementException;

final class Exchange {
    static int exchange(
            int amount, Map<String, Integer> rates, String source, String target) {
        int from = rate(rates, source);
        int to = rate(rates, target);
        return amount * from / to; //: meaning=worth
        return amount * to / from; //: meaning=price
    }

    private static int rate(Map<String, Integer> rates, String currency) {
        Integer rate = rates.get(currency);
        if (rate == null) {
            throw new NoSuchElementException("no rate for " + currency);
        }
        return rate;
    }
}

//: family format_bytes
final class FormatBytes {
    private static final long STEP = 1000; //: units=decimal
    private static final long STEP = 1024; //: units=binary
    private static final String[] NAMES = {"B", "kB", "MB", "GB"}; //: units=decimal
    private static final String[] NAMES = {"B", "KiB", "MiB", "GiB"}; //: units=binary

    static String formatBytes(long size) {
        int unit = 0;
        long divisor = 1;
        while (unit < 3 && size >= divisor * STEP) {
            unit++;
            divisor *= STEP;
        }
        return size / divisor + " " + NAMES[unit]; //: digits=whole
        //: digits=tenth
        long tenths = size * 10 / divisor;
        String decimals = unit == 0 ? "" : "." + tenths % 10;
        return tenths / 10 + decimals + " " + NAMES[unit];
        //: end
    }
}

//: family convert_length
import java.util.Map;
import java.util.NoSuchElementException;

final class ConvertLength {
    private static final Map<String, Double> METRES =
            Map.of("mm", 0.001, "cm", 0.01, "m", 1.0, "km", 1000.0); //: imperial=no
            //: imperial=yes
            Map.of(
                    "mm", 0.001, "cm", 0.01, "m", 1.0, "km", 1000.0,
                    "in", 0.0254, "ft", 0.3048);
            //: end

    static double convertLength(double value, String source, String target) {
        return value * metres(source) / metres(target);
    }

    private static double metres(String unit) {
        if (!METRES.containsKey(unit)) {
            throw new NoSuchElementException("unknown unit " + unit);
        }
        return METRES.get(unit);
    }
}

//: family convert_temperature
final class ConvertTemperature {
    private static final double ABSOLUTE_ZERO = -273.15;

    static double convertTemperature(double degrees) {
        double celsius = degrees; //: direction!=f_c
        double celsius = (degrees - 32) * 5 / 9; //: direction=f_c
        if (celsius < ABSOLUTE_ZERO) {
            throw new IllegalArgumentException("below absolute zero");
        }
        return celsius * 9 / 5 + 32; //: direction=c_f
        return celsius; //: direction=f_c
        return celsius - ABSOLUTE_ZERO; //: direction=c_k
    }
}

//: family interest
final class Interest {
    static int interest(int cents, int percent, int years) {
        //: kind=compound
        int amount = cents;
        for (int year = 0; year < years; year++) {
            amount += amount * percent / 100;
        }
        return amount;
        //: kind=simple
        return cents + cents * percent * years / 100;
        //: end
    }
}

//: family settle
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class Settle {
    record Payment(String from, String to, int amount) {}

    static List<Payment> settle(Map<String, Integer> balances) {
        TreeMap<String, Integer> left = new TreeMap<>(balances);
        left.values().removeIf(balance -> balance == 0);
        Comparator<String> byBalance = Comparator.comparing(left::get);
        List<Payment> payments = new ArrayList<>();
        while (!left.isEmpty()) {
            String payer = left.keySet().stream()
                    .filter(name -> left.get(name) < 0)
                    .min(byBalance) //: debtor=largest
                    .min(byBalance.reversed()) //: debtor=smallest
                    .orElseThrow();
            String payee =
                    left.keySet().stream().min(byBalance.reversed()).orElseThrow();
            int amount = Math.min(-left.get(payer), left.get(payee));
            payments.add(new Payment(payer, payee, amount));
            left.merge(payer, amount, Integer::sum);
            left.merge(payee, -amount, Integer::sum);
            left.values().removeIf(balance -> balance == 0);
        }
        return payments;
    }
}
