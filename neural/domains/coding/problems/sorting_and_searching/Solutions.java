// Solutions of spec.py's families; see AUTHORING.md.

//: family sort_people
import java.util.Comparator;
import java.util.List;

final class SortPeople {
    record Person(String name, int age) {}

    static List<Person> sortPeople(List<Person> people) {
        //: order=age
        Comparator<Person> order = Comparator.comparingInt(Person::age);
        //: order=oldest
        Comparator<Person> order = Comparator.comparingInt(Person::age).reversed();
        //: order=name_age
        Comparator<Person> byName = Comparator.comparing(Person::name);
        Comparator<Person> order =
                byName.thenComparing(Person::age, Comparator.reverseOrder());
        //: order=length
        Comparator<Person> order =
                Comparator.comparingInt(person -> person.name().length());
        //: end
        return people.stream().sorted(order).toList();
    }
}

//: family sort_with_missing
import java.util.Comparator; //: place!=kept
//: place=kept
import java.util.ArrayList;
import java.util.Iterator;
//: end
import java.util.List;
import java.util.Objects; //: place=kept

final class SortWithMissing {
    static List<Integer> sortWithMissing(List<Integer> values) {
        Comparator<Integer> order = Comparator.naturalOrder(); //: place!=kept
        return values.stream().sorted(Comparator.nullsFirst(order)).toList(); //: place=first
        return values.stream().sorted(Comparator.nullsLast(order)).toList(); //: place=last
        //: place=kept
        Iterator<Integer> present =
                values.stream().filter(Objects::nonNull).sorted().iterator();
        List<Integer> sorted = new ArrayList<>();
        for (Integer value : values) {
            sorted.add(value == null ? null : present.next());
        }
        return sorted;
        //: end
    }
}

//: family rank
import java.util.Comparator;
import java.util.List;

final class Rank {
    static List<Integer> rank(List<Integer> scores) {
        List<Integer> sorted = scores.stream()
                .distinct() //: gaps=dense
                .sorted(Comparator.reverseOrder())
                .toList();
        return scores.stream().map(score -> sorted.indexOf(score) + 1).toList(); //: gaps!=low
        return scores.stream().map(score -> sorted.lastIndexOf(score) + 1).toList(); //: gaps=low
    }
}

//: family extremes
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

final class Extremes {
    static List<Integer> extremes(List<Integer> values, int count) {
        Comparator<Integer> byValue = Comparator.comparing(values::get);
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(byValue.reversed()) //: which=largest
                .sorted(byValue) //: which=smallest
                .limit(count)
                .sorted() //: order=given
                .map(values::get)
                .toList();
    }
}

//: family nearest
import java.util.OptionalInt;

final class Nearest {
    static OptionalInt nearest(int[] values, int target) {
        if (values.length == 0) {
            return OptionalInt.empty();
        }
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int above = Math.abs(values[low] - target);
        int below = low == 0 ? Integer.MAX_VALUE : Math.abs(values[low - 1] - target);
        return OptionalInt.of(below <= above ? values[low - 1] : values[low]); //: tie=smaller
        return OptionalInt.of(below < above ? values[low - 1] : values[low]); //: tie=larger
    }
}

//: family count_equal
final class CountEqual {
    static int countEqual(int[] values, int item) {
        return lowerBound(values, item + 1) - lowerBound(values, item); //: which=equal
        return lowerBound(values, item); //: which=less
        return values.length - lowerBound(values, item); //: which=at_least
    }

    private static int lowerBound(int[] values, int item) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < item) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

//: family merge_sorted
import java.util.ArrayList;
import java.util.List;

final class MergeSorted {
    static List<Integer> mergeSorted(int[] left, int[] right) {
        List<Integer> merged = new ArrayList<>();
        int i = 0;
        int j = 0;
        //: repeated!=common
        while (i < left.length || j < right.length) {
            boolean first = j == right.length || i < left.length && left[i] <= right[j];
            int item = first ? left[i++] : right[j++];
            //: repeated=kept
            merged.add(item);
            //: repeated=once
            if (merged.isEmpty() || merged.get(merged.size() - 1) != item) {
                merged.add(item);
            }
            //: repeated!=common
        }
        //: repeated=common
        while (i < left.length && j < right.length) {
            if (left[i] < right[j]) {
                i++;
            } else if (left[i] > right[j]) {
                j++;
            } else {
                if (merged.isEmpty() || merged.get(merged.size() - 1) != left[i]) {
                    merged.add(left[i]);
                }
                i++;
                j++;
            }
        }
        //: end
        return merged;
    }
}

//: family is_sorted
import java.util.stream.IntStream;

final class IsSorted {
    static boolean isSorted(int[] values) {
        IntStream places = IntStream.range(1, values.length); //: order!=either
        return places.allMatch(i -> values[i - 1] <= values[i]); //: order=ascending
        return places.allMatch(i -> values[i - 1] < values[i]); //: order=strict
        return places.allMatch(i -> values[i - 1] >= values[i]); //: order=descending
        //: order=either
        int last = values.length;
        return IntStream.range(1, last).allMatch(i -> values[i - 1] <= values[i])
                || IntStream.range(1, last).allMatch(i -> values[i - 1] >= values[i]);
        //: end
    }
}

//: family find_rotated
import java.util.OptionalInt;

final class FindRotated {
    static OptionalInt findRotated(int[] values, int item) {
        int low = 0;
        int high = values.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int value = values[middle];
            if (value == item) {
                return OptionalInt.of(middle);
            }
            //: order=up
            boolean inside = values[low] <= value
                    ? values[low] <= item && item < value
                    : item <= value || values[high] < item;
            //: order=down
            boolean inside = values[low] >= value
                    ? values[low] >= item && item > value
                    : item >= value || values[high] > item;
            //: end
            if (inside) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.empty();
    }
}

//: family page
import java.util.List;

final class Page {
    static List<String> page(List<String> items, int number, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1");
        }
        int start = number * size; //: base=0
        int start = (number - 1) * size; //: base=1
        //: beyond=empty
        if (start < 0) {
            return List.of();
        }
        //: beyond=last
        int last = Math.max(items.size() - 1, 0) / size * size;
        start = Math.min(Math.max(start, 0), last);
        //: end
        return items.stream().skip(start).limit(size).toList();
    }
}

//: family peaks
import java.util.stream.IntStream;

final class Peaks {
    static int[] peaks(int[] heights) {
        int last = heights.length - 1;
        return IntStream.range(1, last) //: ends=out
        return IntStream.rangeClosed(0, last) //: ends=in
                .filter(i -> i == 0 || heights[i] > heights[i - 1]) //: what=peaks
                .filter(i -> i == last || heights[i] > heights[i + 1]) //: what=peaks
                .filter(i -> i == 0 || heights[i] < heights[i - 1]) //: what=valleys
                .filter(i -> i == last || heights[i] < heights[i + 1]) //: what=valleys
                .toArray();
    }
}

//: family two_sum
import java.util.Optional;

final class TwoSum {
    record Pair(int i, int j) {}

    static Optional<Pair> twoSum(int[] numbers, int total) {
        for (int j = 0; j < numbers.length; j++) {
            for (int i = 0; i < j; i++) { //: other=smallest
            for (int i = j - 1; i >= 0; i--) { //: other=largest
                if (numbers[i] + numbers[j] == total) { //: relation=sum
                if (Math.abs(numbers[i] - numbers[j]) == total) { //: relation=difference
                    return Optional.of(new Pair(i, j));
                }
            }
        }
        return Optional.empty();
    }
}

//: family partition
import java.util.Comparator;
import java.util.List;

final class Partition {
    static List<Integer> partition(List<Integer> values, int pivot) {
        return values.stream()
                .sorted(Comparator.comparing(value -> value >= pivot)) //: groups=two
                .sorted(Comparator.comparing(value -> Integer.compare(value, pivot))) //: groups=three
                .sorted(Comparator.comparing(value -> value == pivot)) //: groups=far
                .toList();
    }
}

//: family custom_order
import java.util.List;

final class CustomOrder {
    static List<String> customOrder(List<String> words, String letters) {
        return words.stream().sorted((a, b) -> compare(a, b, letters)).toList();
    }

    private static int compare(String a, String b, String letters) {
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            int order = letters.indexOf(a.charAt(i)) - letters.indexOf(b.charAt(i));
            if (order != 0) {
                return order;
            }
        }
        return a.length() - b.length(); //: tie=prefix
        return b.length() - a.length(); //: tie=longer
    }
}

//: family kth_smallest
import java.util.Arrays;

final class KthSmallest {
    static int kthSmallest(int[] values, int k) {
        int[] sorted = Arrays.stream(values).sorted().toArray(); //: what=element
        int[] sorted = Arrays.stream(values).sorted().distinct().toArray(); //: what=distinct
        if (k < 1 || k > sorted.length) {
            throw new IllegalArgumentException("there is no such element");
        }
        return sorted[k - 1];
    }
}

//: family search_prefix
import java.util.Collections;
import java.util.Comparator; //: which=shortest
import java.util.List;

final class SearchPrefix {
    static List<String> searchPrefix(List<String> words, String prefix) {
        int start = Collections.binarySearch(words, prefix);
        if (start < 0) {
            start = -start - 1;
        }
        while (start > 0 && words.get(start - 1).equals(prefix)) {
            start--;
        }
        return words.stream()
                .skip(start)
                .takeWhile(word -> word.startsWith(prefix))
                .sorted(Comparator.comparing(String::length)) //: which=shortest
                .limit(LIMIT)
                .toList();
    }
}
