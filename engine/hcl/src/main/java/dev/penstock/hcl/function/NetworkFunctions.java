package dev.penstock.hcl.function;

import static dev.penstock.hcl.function.Arguments.number;
import static dev.penstock.hcl.function.Arguments.string;
import static dev.penstock.hcl.function.Arguments.text;
import static dev.penstock.hcl.function.Arguments.whole;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.ValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of IP networks. */
final class NetworkFunctions {
    private NetworkFunctions() {}

    static Map<String, HclFunction> all() {
        return Map.of(
                "cidrhost", HclFunction.of(Primitive.STRING, NetworkFunctions::host, text("prefix"), number("host")),
                "cidrnetmask", HclFunction.of(Primitive.STRING, NetworkFunctions::netmask, text("prefix")),
                "cidrsubnet",
                        HclFunction.of(
                                Primitive.STRING,
                                NetworkFunctions::subnet,
                                text("prefix"),
                                number("newbits"),
                                number("number")),
                "cidrsubnets",
                        HclFunction.of(HclType.listOf(Primitive.STRING), NetworkFunctions::subnets, text("prefix"))
                                .andMore(number("newbits")));
    }

    private static HclValue host(List<HclValue> arguments) {
        Network network = Network.parse(string(arguments, 0));
        BigInteger host;
        try {
            host = Arguments.num(arguments, 1).value().toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new ValueException(1, "a whole number is needed");
        }
        BigInteger size = BigInteger.ONE.shiftLeft(network.hostBits());
        BigInteger offset = host.signum() < 0 ? host.add(size) : host;
        if (offset.signum() < 0 || offset.compareTo(size) >= 0) {
            throw new ValueException(1, "the prefix has no host " + host);
        }
        return new HclValue.Text(network.addressText(network.start().add(offset)));
    }

    private static HclValue netmask(List<HclValue> arguments) {
        Network network = Network.parse(string(arguments, 0));
        if (network.bits() != 32) {
            throw new ValueException(0, "only IPv4 has netmasks");
        }
        return new HclValue.Text(network.addressText(network.mask()));
    }

    private static HclValue subnet(List<HclValue> arguments) {
        Network network = Network.parse(string(arguments, 0));
        int newBits = newBits(arguments, 1, network);
        BigInteger number;
        try {
            number = Arguments.num(arguments, 2).value().toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new ValueException(2, "a whole number is needed");
        }
        if (number.signum() < 0 || number.bitLength() > newBits) {
            throw new ValueException(2, newBits + " bits don't hold the number " + number);
        }
        return new HclValue.Text(network.inner(newBits, number).toString());
    }

    private static int newBits(List<HclValue> arguments, int index, Network network) {
        int newBits = whole(arguments, index);
        if (newBits < 0 || newBits > network.hostBits()) {
            throw new ValueException(index, "the prefix can be extended by at most " + network.hostBits() + " bits");
        }
        return newBits;
    }

    /** Networks one behind the other, each where the next of its size can begin. */
    private static HclValue subnets(List<HclValue> arguments) {
        Network network = Network.parse(string(arguments, 0));
        List<String> subnets = new ArrayList<>();
        BigInteger next = network.start();
        BigInteger end = next.add(BigInteger.ONE.shiftLeft(network.hostBits()));
        for (int i = 1; i < arguments.size(); i++) {
            int newBits = newBits(arguments, i, network);
            if (newBits == 0) {
                throw new ValueException(i, "each prefix must be extended by at least one bit");
            }
            BigInteger size = BigInteger.ONE.shiftLeft(network.hostBits() - newBits);
            BigInteger start =
                    next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
            next = start.add(size);
            if (next.compareTo(end) > 0) {
                throw new ValueException(i, "the prefix has no room for so many networks");
            }
            subnets.add(new Network(start, network.prefix() + newBits, network.bits()).toString());
        }
        return Arguments.texts(subnets);
    }
}
