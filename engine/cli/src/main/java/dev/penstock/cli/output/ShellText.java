package dev.penstock.cli.output;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text from outside in a script for a POSIX shell: each command and each comment is one line, whatever it holds. */
final class ShellText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellText() {}

    /** Whether a command can stand on one line of a file in UTF-8, and look like what it is. */
    static boolean isWritable(List<String> command) {
        return command.stream().allMatch(ShellText::isWritable);
    }

    private static boolean isWritable(String word) {
        return SafeText.line(word).equals(word)
                && StandardCharsets.UTF_8.newEncoder().canEncode(word);
    }

    /** A command whose every word means itself to the shell. */
    static String command(List<String> words) {
        return words.stream().map(ShellText::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Text on one line, where what would end the line or act on a terminal is written as an escape. */
    static String comment(String text) {
        if (isWritable(text)) {
            return text;
        }
        var line = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(isWritable(one) ? one : String.format("\\u%04x", c));
            }
        });
        return line.toString();
    }
}
