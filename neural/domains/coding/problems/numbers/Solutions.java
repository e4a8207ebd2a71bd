// Solutions of spec.py's families; see AUTHORING.md.

//: family clamp
final class Clamp {
    static int clamp(int value, int low, int high) {
        return Math.min(Math.max(value, low), high); //: outside=nearest
        return low + Math.floorMod(value - low, high - low + 1); //: outside=wrapped
        return low <= value && value <= high ? value : low; //: outside=low
    }
}

//: family digit_sum
final class DigitSum {
    static int digitSum(int number) {
        int sum = 0;
        int sign = 1; //: again=alternating
        for (int rest = number; rest > 0; rest /= 10) {
            sum += rest % 10; //: again!=alternating
            //: again=alternating
            sum += sign * (rest % 10);
            sign = -sign;
            //: end
        }
        return sum; //: again!=root
        return sum > 9 ? digitSum(sum) : sum; //: again=root
    }
}

//: family has_prime_form
final class HasPrimeForm {
    static boolean hasPrimeForm(int number) {
        //: kind=prime
        if (number < 2) {
            return false;
        }
        for (int divisor = 2; (long) divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
        //: kind=semiprime
        int rest = number;
        int factors = 0;
        for (int divisor = 2; (long) divisor * divisor <= rest; divisor++) {
            while (rest % divisor == 0) {
                factors++;
                rest /= divisor;
            }
        }
        if (rest > 1) {
            factors++;
        }
        return factors == 2;
        //: kind=power
        if (number < 2) {
            return false;
        }
        int divisor = 2;
        while (number % divisor != 0) {
            divisor++;
        }
        int rest = number;
        while (rest % divisor == 0) {
            rest /= divisor;
        }
        return rest == 1;
        //: end
    }
}

//: family primes
import java.util.BitSet;
import java.util.stream.IntStream;

final class Primes {
    static IntStream primes(int limit) {
        int size = Math.max(limit, 2); //: bound=below
        int size = Math.max(limit + 1, 2); //: bound=up_to
        BitSet prime = new BitSet(size);
        prime.set(2, size);
        for (int number = 2; number * number < size; number++) {
            for (int multiple = number * number; multiple < size; multiple += number) {
                prime.clear(multiple);
            }
        }
        return prime.stream();
    }
}

//: family factors
import java.util.ArrayList; //: what=prime|distinct
import java.util.List; //: what=prime|distinct
//: what=divisors|proper
import java.util.stream.IntStream;

//: end
final class Factors {
    //: what=prime|distinct
    static List<Integer> factors(int number) {
        List<Integer> found = new ArrayList<>();
        int rest = number;
        for (int divisor = 2; divisor <= rest; divisor++) {
            while (rest % divisor == 0) {
                found.add(divisor);
                rest /= divisor;
            }
        }
        return found; //: what=prime
        return found.stream().distinct().toList(); //: what=distinct
    }
    //: what=divisors|proper
    static int[] factors(int number) {
        return IntStream.rangeClosed(1, number) //: what=divisors
        return IntStream.range(1, number) //: what=proper
                .filter(each -> number % each == 0)
                .toArray();
    }
    //: end
}

//: family common_number
import java.util.Arrays;

final class CommonNumber {
    static int commonNumber(int[] numbers) {
        return Arrays.stream(numbers).reduce(0, CommonNumber::gcd); //: what=divisor
        return Arrays.stream(numbers).reduce(1, (a, b) -> a / gcd(a, b) * b); //: what=multiple
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

//: family divide
import java.util.stream.IntStream;

final class Divide {
    static int[] divide(int total, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1");
        }
        int share = total / parts;
        int rest = total % parts;
        return IntStream.range(0, parts)
                .map(i -> i < rest ? share + 1 : share) //: where_=first
                .map(i -> i >= parts - rest ? share + 1 : share) //: where_=last
                .toArray();
    }
}

//: family round_half
final class RoundHalf {
    static int roundHalf(int number, int unit) {
        int units = number / unit;
        int rest = number % unit;
        boolean up = 2 * rest >= unit; //: tie=up
        boolean up = 2 * rest > unit; //: tie=down
        boolean up = 2 * rest > unit || 2 * rest == unit && units % 2 == 1; //: tie=even
        return (up ? units + 1 : units) * unit;
    }
}

//: family median
import java.util.Arrays;

final class Median {
    static double median(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2; //: middle=mean
        return sorted[(n - 1) / 2]; //: middle=low
        return sorted[n / 2]; //: middle=high
    }
}

//: family spread
import java.util.Arrays;
import java.util.DoubleSummaryStatistics; //: measure=range

final class Spread {
    static double spread(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("at least two values are needed");
        }
        //: measure=range
        DoubleSummaryStatistics summary = Arrays.stream(values).summaryStatistics();
        return summary.getMax() - summary.getMin();
        //: measure!=range
        double mean = Arrays.stream(values).average().orElseThrow();
        //: measure=mean
        return Arrays.stream(values)
                .map(value -> Math.abs(value - mean))
                .average()
                .orElseThrow();
        //: measure=population|sample
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / values.length); //: measure=population
        return Math.sqrt(squares / (values.length - 1)); //: measure=sample
        //: end
    }
}

//: family percentile
import java.util.Arrays;

final class Percentile {
    static int percentile(int[] values, int percent) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (percent * sorted.length + 99) / 100; //: method=nearest
        //: method=strict
        int rank = Math.min(percent * sorted.length / 100 + 1, sorted.length);
        //: end
        return sorted[rank - 1];
    }
}

//: family weighted_mean
final class WeightedMean {
    static double weightedMean(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException("as many weights as values are needed");
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
            total += weights[i];
        }
        if (total == 0) {
            throw new IllegalArgumentException("the weights add up to 0"); //: zero=error
            return 0; //: zero=nothing
        }
        return sum / total;
    }
}

//: family histogram
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class Histogram {
    static Map<Integer, Long> histogram(List<Integer> values, int width) {
        return values.stream()
                .map(value -> Math.floorDiv(value, width) * width) //: label=start
                .map(value -> Math.floorDiv(value, width) * width + width - 1) //: label=end
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
    }
}

//: family collatz
import java.util.stream.IntStream;

final class Collatz {
    static long collatz(int start) {
        IntStream path = IntStream.iterate(start, n -> n != 1, Collatz::next);
        return path.count(); //: what=steps
        return path.max().orElse(start); //: what=peak
        return path.filter(number -> number % 2 == 1).count() + 1; //: what=odd
    }

    private static int next(int number) {
        return number % 2 == 0 ? number / 2 : 3 * number + 1;
    }
}

//: family change_percent
final class ChangePercent {
    static String changePercent(int before, int after) {
        int size = Math.abs(after - before) * 100;
        int percent = size / before; //: rounding=down
        int percent = (size + before - 1) / before; //: rounding=away
        if (percent == 0) {
            return "+0%"; //: zero=plus
            return "0%"; //: zero=plain
        }
        return (after < before ? "-" : "+") + percent + "%";
    }
}

//: family running
import java.util.Arrays;

final class Running {
    static int[] running(int[] values) {
        int[] results = values.clone();
        Arrays.parallelPrefix(results, Integer::sum); //: what=sum
        Arrays.parallelPrefix(results, Math::max); //: what=max
        Arrays.parallelPrefix(results, Math::min); //: what=min
        Arrays.parallelPrefix(results, (a, b) -> a * b); //: what=product
        return results;
    }
}

//: family solve_quadratic
import java.util.List;

final class SolveQuadratic {
    static List<Double> solveQuadratic(double a, double b, double c) {
        if (a == 0) {
            throw new IllegalArgumentException("a must not be 0");
        }
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) {
            return List.of();
        }
        //: double=once
        if (discriminant == 0) {
            return List.of(-b / (2 * a));
        }
        //: end
        double root = Math.sqrt(discriminant);
        double one = (-b - root) / (2 * a);
        double other = (-b + root) / (2 * a);
        return List.of(Math.min(one, other), Math.max(one, other));
    }
}

//: family power_mod
final class PowerMod {
    static long powerMod(long base, long exponent, long modulus) {
        long result = 1; //: zero=one
        long result = 1 % modulus; //: zero=reduced
        long square = base % modulus;
        for (long rest = exponent; rest > 0; rest /= 2) {
            if (rest % 2 == 1) {
                result = result * square % modulus;
            }
            square = square * square % modulus;
        }
        return result;
    }
}

//: family to_roman
final class ToRoman {
    private record Symbol(int value, String text) {}

    private static final Symbol[] SYMBOLS = {
        new Symbol(1000, "M"),
        new Symbol(900, "CM"), //: style=modern
        new Symbol(500, "D"),
        new Symbol(400, "CD"), //: style=modern
        new Symbol(100, "C"),
        new Symbol(90, "XC"), //: style=modern
        new Symbol(50, "L"),
        new Symbol(40, "XL"), //: style=modern
        new Symbol(10, "X"),
        new Symbol(9, "IX"), //: style=modern
        new Symbol(5, "V"),
        new Symbol(4, "IV"), //: style=modern
        new Symbol(1, "I"),
    };

    static String toRoman(int number) {
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (Symbol symbol : SYMBOLS) {
            roman.append(symbol.text().repeat(rest / symbol.value()));
            rest %= symbol.value();
        }
        return roman.toString();
    }
}

//: family luhn
final class Luhn {
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            if (i % 2 == 1) {
                value *= 2;
            }
            sum += value; //: large=plain
            sum += value > 9 ? value - 9 : value; //: large=luhn
        }
        return sum % 10 == 0;
    }
}
