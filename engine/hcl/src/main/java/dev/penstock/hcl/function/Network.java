package dev.penstock.hcl.function;

import dev.penstock.hcl.ValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A network such as {@code 10.0.0.0/8}.
 *
 * @param start its first address
 * @param prefix how many bits all its addresses share
 * @param bits 32 or 128
 */
record Network(BigInteger start, int prefix, int bits) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F:.]+)/(0|[1-9]\\d{0,2})");
    private static final Pattern BYTE = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final int GROUPS = 8;

    static Network parse(String written) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw malformed(written);
        }
        String address = matcher.group(1);
        int bits = address.contains(":") ? 128 : 32;
        int prefix = Integer.parseInt(matcher.group(2));
        if (prefix > bits) {
            throw malformed(written);
        }
        BigInteger value = bits == 32 ? four(address, written) : six(address, written);
        var network = new Network(value, prefix, bits);
        return new Network(value.and(network.mask()), prefix, bits);
    }

    private static ValueException malformed(String written) {
        return new ValueException(0, "a network such as 10.0.0.0/8 is needed, not \"" + written + "\"");
    }

    private static BigInteger four(String address, String written) {
        String[] parts = address.split("\\.", -1);
        BigInteger value = BigInteger.ZERO;
        for (String part : parts) {
            if (parts.length != 4 || !BYTE.matcher(part).matches() || Integer.parseInt(part) > 255) {
                throw malformed(written);
            }
            value = value.shiftLeft(8).add(new BigInteger(part));
        }
        return value;
    }

    private static BigInteger six(String address, String written) {
        int gap = address.indexOf("::");
        List<String> head = groups(gap < 0 ? address : address.substring(0, gap), written);
        List<String> tail = gap < 0 ? List.of() : groups(address.substring(gap + 2), written);
        int missing = GROUPS - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw malformed(written);
        }
        List<String> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add("0");
        }
        all.addAll(tail);
        BigInteger value = BigInteger.ZERO;
        for (String group : all) {
            value = value.shiftLeft(16).add(new BigInteger(group, 16));
        }
        return value;
    }

    /** Groups of hexadecimal digits; the last may be an address of four bytes. */
    private static List<String> groups(String text, String written) {
        List<String> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        for (String group : text.split(":", -1)) {
            if (group.contains(".")) {
                String hex = String.format("%08x", four(group, written).longValueExact());
                groups.add(hex.substring(0, 4));
                groups.add(hex.substring(4));
            } else if (group.matches("[0-9a-fA-F]{1,4}")) {
                groups.add(group);
            } else {
                throw malformed(written);
            }
        }
        return groups;
    }

    int hostBits() {
        return bits - prefix;
    }

    BigInteger mask() {
        return BigInteger.ONE.shiftLeft(prefix).subtract(BigInteger.ONE).shiftLeft(hostBits());
    }

    /** The network of this number among those whose prefix has {@code newBits} more. */
    Network inner(int newBits, BigInteger number) {
        return new Network(start.add(number.shiftLeft(hostBits() - newBits)), prefix + newBits, bits);
    }

    String addressText(BigInteger address) {
        if (bits == 32) {
            long value = address.longValueExact();
            return (value >> 24) + "." + ((value >> 16) & 255) + "." + ((value >> 8) & 255) + "." + (value & 255);
        }
        List<String> groups = new ArrayList<>();
        for (int i = GROUPS - 1; i >= 0; i--) {
            groups.add(
                    address.shiftRight(16 * i).and(BigInteger.valueOf(0xFFFF)).toString(16));
        }
        return shortened(groups);
    }

    /** The longest run of zeros, of at least two, is left out. */
    private static String shortened(List<String> groups) {
        int best = -1;
        int longest = 1;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && groups.get(end).equals("0")) {
                end++;
            }
            if (end - start > longest) {
                best = start;
                longest = end - start;
            }
        }
        return best < 0
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, best)) + "::"
                        + String.join(":", groups.subList(best + longest, GROUPS));
    }

    @Override
    public String toString() {
        return addressText(start) + "/" + prefix;
    }
}
