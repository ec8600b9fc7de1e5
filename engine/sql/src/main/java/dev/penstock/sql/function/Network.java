package dev.penstock.sql.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Inet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address with the length of its network's prefix (chapter 8.9).
 *
 * @param size bits of an address: 32 or 128
 * @param bits of them that name the network
 */
record Network(int size, BigInteger address, int bits) implements Comparable<Network> {
    private static final int V4 = 32;
    private static final int V6 = 128;

    /** Reads an address; {@code cidr} leaves trailing parts out and must have no bits beyond its prefix. */
    static Network parse(String text, String type) {
        String[] halves = text.strip().split("/", 2);
        boolean six = halves[0].contains(":");
        Optional<BigInteger> address = six ? v6(halves[0]) : v4(halves[0], type.equals("cidr"));
        int size = six ? V6 : V4;
        int bits = halves.length > 1 && halves[1].matches("\\d{1,3}")
                ? Integer.parseInt(halves[1])
                : halves.length > 1 ? -1 : type.equals("cidr") && !six ? classBits(halves[0]) : size;
        if (address.isEmpty() || bits < 0 || bits > size) {
            throw new EngineException(
                    ErrorCode.INVALID_TEXT, "invalid input syntax for type " + type + ": \"" + text + "\"");
        }
        var network = new Network(size, address.get(), bits);
        if (type.equals("cidr") && !network.network().equals(network)) {
            throw new EngineException(ErrorCode.INVALID_TEXT, "invalid cidr value: \"" + text + "\"");
        }
        return network;
    }

    static Network of(Object inet) {
        return parse(((Inet) inet).text(), "inet");
    }

    private static int classBits(String text) {
        String[] parts = text.split("\\.", -1);
        int first = parts[0].matches("\\d{1,3}") ? Integer.parseInt(parts[0]) : 0;
        int ofClass = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
        return Math.max(ofClass, parts.length * 8);
    }

    private static Optional<BigInteger> v4(String text, boolean shortened) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4 || (parts.length < 4 && !shortened)) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < 4; i++) {
            int part = i >= parts.length ? 0 : parts[i].matches("\\d{1,3}") ? Integer.parseInt(parts[i]) : 256;
            if (part > 255) {
                return Optional.empty();
            }
            value = value * 256 + part;
        }
        return Optional.of(BigInteger.valueOf(value));
    }

    private static Optional<BigInteger> v6(String text) {
        String[] halves = text.split("::", -1);
        if (halves.length > 2) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = groups(halves[0]);
        Optional<List<Integer>> tail = halves.length == 2 ? groups(halves[1]) : Optional.of(List.of());
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int given = head.get().size() + tail.get().size();
        if (halves.length == 2 ? given > 7 : given != 8) {
            return Optional.empty();
        }
        var all = new ArrayList<>(head.get());
        for (int i = given; i < 8; i++) {
            all.add(0);
        }
        all.addAll(tail.get());
        BigInteger value = BigInteger.ZERO;
        for (int group : all) {
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return Optional.of(value);
    }

    private static Optional<List<Integer>> groups(String text) {
        var groups = new ArrayList<Integer>();
        for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
            if (group.contains(".")) {
                Optional<BigInteger> v4 = v4(group, false);
                if (v4.isEmpty()) {
                    return Optional.empty();
                }
                groups.add(v4.get().shiftRight(16).intValue());
                groups.add(v4.get().intValue() & 0xffff);
            } else if (group.matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(Integer.parseInt(group, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    /** The address alone. */
    String host() {
        if (size == V4) {
            long value = address.longValue();
            return (value >> 24) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = address.shiftRight(112 - 16 * i).intValue() & 0xffff;
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        boolean mapped = start == 0 && (length == 6 || (length == 5 && groups[5] == 0xffff));
        var out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
            } else if (mapped && i == 6) {
                out.append(out.toString().endsWith(":") ? "" : ":")
                        .append(new Network(V4, address.and(BigInteger.valueOf(0xffffffffL)), V4).host());
                break;
            } else {
                out.append(out.length() > 0 && !out.toString().endsWith(":") ? ":" : "")
                        .append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }

    /** With the length of the prefix. */
    String text() {
        return host() + "/" + bits;
    }

    /** As {@code inet} prints: with the length of the prefix unless it is whole. */
    Inet inet() {
        return new Inet(bits == size ? host() : text());
    }

    /** As {@code cidr} prints. */
    Inet cidr() {
        return new Inet(text());
    }

    BigInteger mask() {
        BigInteger all = BigInteger.ONE.shiftLeft(size).subtract(BigInteger.ONE);
        return all.subtract(all.shiftRight(bits));
    }

    BigInteger hostMask() {
        return BigInteger.ONE.shiftLeft(size - bits).subtract(BigInteger.ONE);
    }

    Network network() {
        return new Network(size, address.and(mask()), bits);
    }

    Network withBits(int length) {
        if (length < -1 || length > size) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "invalid mask length: " + length);
        }
        return new Network(size, address, length == -1 ? size : length);
    }

    /** Whether the other one's network lies within this one's, or is it. */
    boolean holds(Network other) {
        return size == other.size && bits <= other.bits && address.and(mask()).equals(other.address.and(mask()));
    }

    @Override
    public int compareTo(Network other) {
        if (size != other.size) {
            return Integer.compare(size, other.size);
        }
        int common = size - Math.min(bits, other.bits);
        int order = address.shiftRight(common).compareTo(other.address.shiftRight(common));
        if (order == 0) {
            order = Integer.compare(bits, other.bits);
        }
        return order == 0 ? address.compareTo(other.address) : order;
    }
}
