package dev.penstock.sql.execute;

import java.util.Arrays;

/** A growing list of numbers. */
final class Places {
    private int[] numbers = new int[4];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Adds a number unless it is the one added last. */
    void addOnce(int number) {
        if (size == 0 || numbers[size - 1] != number) {
            add(number);
        }
    }

    int get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }

    /** Puts the numbers in order, each of them once. */
    void normalize() {
        Arrays.sort(numbers, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || numbers[kept - 1] != numbers[i]) {
                numbers[kept++] = numbers[i];
            }
        }
        size = kept;
    }
}
