package org.answerline.site;

/** Which form of a word a number takes: https://cldr.unicode.org/index/cldr-spec/plural-rules. */
enum Plural {
    ONE,
    FEW,
    MANY;

    static Plural of(String language, long number) {
        return language.equals("ru") ? russian(number) : number == 1 ? ONE : MANY;
    }

    private static Plural russian(long number) {
        long ten = number % 10;
        long hundred = number % 100;
        if (ten == 1 && hundred != 11) {
            return ONE;
        }
        return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? FEW : MANY;
    }

    /** As it stands at the end of a key. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
