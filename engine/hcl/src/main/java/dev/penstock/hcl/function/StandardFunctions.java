package dev.penstock.hcl.function;

import dev.penstock.hcl.HclFunction;
import dev.penstock.hcl.HclType.Primitive;
import dev.penstock.hcl.HclValue;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All functions. They depend on nothing but their arguments, the files, the clock and the environment that the caller
 * gives; so there is no {@code uuid} and no {@code bcrypt}, whose results are different each time.
 */
public final class StandardFunctions {
    private StandardFunctions() {}

    /**
     * The functions by name.
     *
     * @param files what the functions of files may read
     * @param clock what {@code timestamp} tells
     * @param environment what {@code env} tells
     */
    public static Map<String, HclFunction> of(FileAccess files, Clock clock, Map<String, String> environment) {
        Map<String, HclFunction> all = new TreeMap<>();
        all.putAll(StringFunctions.all());
        all.putAll(RegexFunctions.all());
        all.putAll(FormatFunctions.all());
        all.putAll(NumericFunctions.all());
        all.putAll(CollectionFunctions.all());
        all.putAll(SequenceFunctions.all());
        all.putAll(SetFunctions.all());
        all.putAll(TypeFunctions.all());
        all.putAll(EncodingFunctions.all());
        all.putAll(HashFunctions.all(files));
        all.putAll(DateFunctions.all(clock));
        all.putAll(NetworkFunctions.all());
        all.put("env", environment(Map.copyOf(environment)));
        // Template files get what was there before the file functions: one can't include another for ever.
        all.putAll(new FileFunctions(files, all).all());
        return Collections.unmodifiableMap(all);
    }

    /** A variable that is not set is an empty text. */
    private static HclFunction environment(Map<String, String> environment) {
        return HclFunction.of(
                Primitive.STRING,
                arguments -> new HclValue.Text(environment.getOrDefault(Arguments.string(arguments, 0), "")),
                Arguments.text("name"));
    }
}
