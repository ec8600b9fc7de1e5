package dev.penstock.sql.function;

import static dev.penstock.sql.function.FunctionDefinition.function;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import dev.penstock.spi.value.Inet;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operators and functions of network addresses (chapter 9.12). */
public final class NetworkFunctions {
    private NetworkFunctions() {}

    /** The operators. */
    public static List<FunctionDefinition> operators() {
        return List.of(
                function("<<", "inet,inet->bool", (a, c) -> net(a, 1).holds(net(a, 0)) && !same(a)),
                function("<<=", "inet,inet->bool", (a, c) -> net(a, 1).holds(net(a, 0))),
                function(">>", "inet,inet->bool", (a, c) -> net(a, 0).holds(net(a, 1)) && !same(a)),
                function(">>=", "inet,inet->bool", (a, c) -> net(a, 0).holds(net(a, 1))),
                function(
                        "&&",
                        "inet,inet->bool",
                        (a, c) -> net(a, 0).holds(net(a, 1)) || net(a, 1).holds(net(a, 0))),
                function("+", "inet,int8->inet", (a, c) -> moved(net(a, 0), integer(a, 1))),
                function("+", "int8,inet->inet", (a, c) -> moved(net(a, 1), integer(a, 0))),
                function("-", "inet,int8->inet", (a, c) -> moved(net(a, 0), -integer(a, 1))),
                function(
                        "-",
                        "inet,inet->int8",
                        (a, c) -> net(a, 0)
                                .address()
                                .subtract(net(a, 1).address())
                                .longValueExact()),
                function(
                        "&",
                        "inet,inet->inet",
                        (a, c) -> combined(a, net(a, 0).address().and(net(a, 1).address()))),
                function(
                        "|",
                        "inet,inet->inet",
                        (a, c) -> combined(a, net(a, 0).address().or(net(a, 1).address()))));
    }

    /** The functions. */
    public static List<FunctionDefinition> functions() {
        return List.of(
                function(
                        "bits turned",
                        "inet->inet",
                        (a, c) -> combined(
                                new Object[] {a[0], a[0]},
                                net(a, 0)
                                        .address()
                                        .xor(java.math.BigInteger.ONE
                                                .shiftLeft(net(a, 0).size())
                                                .subtract(java.math.BigInteger.ONE)))),
                function("host", "inet->text", (a, c) -> net(a, 0).host()),
                function("text", "inet->text", (a, c) -> net(a, 0).text()),
                function("masklen", "inet->int4", (a, c) -> (long) net(a, 0).bits()),
                function("family", "inet->int4", (a, c) -> net(a, 0).size() == 32 ? 4L : 6L),
                function("abbrev", "inet->text", (a, c) -> net(a, 0).inet().text()),
                function("abbrev", "cidr->text", (a, c) -> abbreviated(net(a, 0))),
                function("network", "inet->cidr", (a, c) -> net(a, 0).network().cidr()),
                function(
                        "netmask",
                        "inet->inet",
                        (a, c) -> whole(net(a, 0), net(a, 0).mask())),
                function(
                        "hostmask",
                        "inet->inet",
                        (a, c) -> whole(net(a, 0), net(a, 0).hostMask())),
                function(
                        "broadcast",
                        "inet->inet",
                        (a, c) -> new Network(
                                        net(a, 0).size(),
                                        net(a, 0).address().or(net(a, 0).hostMask()),
                                        net(a, 0).bits())
                                .inet()),
                function(
                        "set_masklen",
                        "inet,int4->inet",
                        (a, c) -> net(a, 0).withBits((int) integer(a, 1)).inet()),
                function(
                        "set_masklen",
                        "cidr,int4->cidr",
                        (a, c) -> net(a, 0)
                                .withBits((int) integer(a, 1))
                                .network()
                                .cidr()),
                function(
                        "inet_same_family",
                        "inet,inet->bool",
                        (a, c) -> net(a, 0).size() == net(a, 1).size()),
                function("inet_merge", "inet,inet->cidr", (a, c) -> merged(net(a, 0), net(a, 1))));
    }

    private static Network net(@Nullable Object[] arguments, int index) {
        return Network.of(Objects.requireNonNull(arguments[index]));
    }

    private static long integer(@Nullable Object[] arguments, int index) {
        return (Long) Objects.requireNonNull(arguments[index]);
    }

    private static boolean same(@Nullable Object[] arguments) {
        return net(arguments, 0).bits() == net(arguments, 1).bits();
    }

    private static Inet whole(Network network, BigInteger address) {
        return new Network(network.size(), address, network.size()).inet();
    }

    private static Inet moved(Network network, long count) {
        BigInteger address = network.address().add(BigInteger.valueOf(count));
        if (address.signum() < 0 || address.bitLength() > network.size()) {
            throw new EngineException(ErrorCode.NUMERIC_OUT_OF_RANGE, "result is out of range");
        }
        return new Network(network.size(), address, network.bits()).inet();
    }

    private static Inet combined(@Nullable Object[] arguments, BigInteger address) {
        Network left = net(arguments, 0);
        Network right = net(arguments, 1);
        if (left.size() != right.size()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "cannot AND inet values of different sizes");
        }
        return new Network(left.size(), address, Math.max(left.bits(), right.bits())).inet();
    }

    /** Without the parts that the prefix does not reach. */
    private static String abbreviated(Network network) {
        if (network.size() != 32) {
            return network.text();
        }
        String[] parts = network.host().split("\\.", -1);
        int shown = Math.max(1, (network.bits() + 7) / 8);
        return String.join(".", List.of(parts).subList(0, shown)) + "/" + network.bits();
    }

    private static Inet merged(Network left, Network right) {
        if (left.size() != right.size()) {
            throw new EngineException(ErrorCode.INVALID_PARAMETER, "cannot merge addresses from different families");
        }
        int bits = Math.min(left.bits(), right.bits());
        while (!left.withBits(bits).holds(right.withBits(Math.max(bits, right.bits())))) {
            bits--;
        }
        return left.withBits(bits).network().cidr();
    }
}
