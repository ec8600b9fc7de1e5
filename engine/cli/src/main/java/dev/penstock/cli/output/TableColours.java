package dev.penstock.cli.output;

/** What a table's parts look like on a terminal with colours. */
record TableColours(boolean shown) {
    String heading(String text) {
        return in("1", text);
    }

    String nothing(String text) {
        return in("90", text);
    }

    String frame(String text) {
        return in("90", text);
    }

    private String in(String code, String text) {
        return shown && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
