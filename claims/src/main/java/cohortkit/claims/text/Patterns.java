package cohortkit.claims.text;

import java.util.regex.Pattern;

/** What figures look like in a sentence whose characters are plain already. */
final class Patterns {

    static final String NUMBER = "(?:-|(?<![\\d.,])\u2013)?(?:\\d+(?:[.,]\\d+)*|\\.\\d+)";
    static final String PERCENT = NUMBER + " ?(?:%|percent\\b|per cent\\b)";
    static final String P = "[pP](?:-value)? ?(?<rel>[<>=≤≥]{1,2}) ?(?<p>(?:0?\\.|0,)\\d+|[01](?:[.,]0+)?(?![.,]?\\d))";

    /** As English, German and the Romance languages write it. */
    static final String INTERVAL = "CI|KI|IC|C\\.I\\.|confidence (?:intervals?|limits|level)";

    static final Pattern HAS_NUMBER = Pattern.compile("\\d");

    static final Pattern ESTIMATE = Pattern.compile("(?<name>\\b(?:a?ORs?|a?RRs?|a?HRs?|PR|IRR|SMR|MD|WMD)\\b|"
            + "(?i:odds ratios?|risk ratios?|relative risks?|prevalence ratios?|hazard ratios?|rate ratios?|"
            + "(?:mean|risk) differences?|difference))(?<gap>[^\\d]{0,40}?)(?<value>" + NUMBER
            + ") ?[,;:]? ?[(\\[]? ?(?:(?<level>\\d{2}(?:\\.\\d)?) ?%"
            + "[- ]?(?:" + INTERVAL + ")(?: ?[(\\[]CI[)\\]])?[ :=,]*)?[(\\[]? ?(?<lower>" + NUMBER
            + ") ?(?:to|[-\u2013\u2014;,]) ?(?<upper>" + NUMBER + ")[)\\]]{0,2}(?<tail>[ ,;(]{0,4}" + P + ")?");

    static final Pattern COUNT = Pattern.compile(
            "(?<![\\d.,/])(?<count>\\d[\\d,]*) ?(?:/|(?:out )?of(?: the| all)?) ?(?<total>\\d[\\d,]*)(?![\\d/])"
                    + "[^()\\[\\]%\\d;]{0,40}?[(\\[,] ?(?<share>" + PERCENT + ")");
    static final Pattern SHARE_FIRST = Pattern.compile("(?<share>" + PERCENT
            + ") ?[(\\[] ?(?:n ?= ?)?(?<count>\\d[\\d,]*) ?(?:/|of(?: the)?) ?(?<total>\\d[\\d,]*) ?[)\\]]");
    static final Pattern SHARE_OF = Pattern.compile(
            "(?<share>" + PERCENT + ") of (?:the |all |these |our )*(?<total>\\d[\\d,]*)(?! ?%|\\d|[.,]\\d)");
    static final Pattern SHARE =
            Pattern.compile("(?<![\\d.,–-])(?<share>" + PERCENT + ")(?![- ]?(?:" + INTERVAL + "))");
    static final Pattern SHARE_LIMITS =
            Pattern.compile("(?:(?<![\\d.,/])(?<count>\\d[\\d,]*) ?(?:/|(?:out )?of(?: the| all)?) ?"
                    + "(?<total>\\d[\\d,]*)(?![\\d/])[^()\\[\\]%\\d;]{0,40}?[(\\[,] ?)?(?<share>" + PERCENT
                    + ") ?[,;:]? ?[(\\[]? ?(?<level>\\d{2}(?:\\.\\d)?) ?%[- ]?(?:" + INTERVAL
                    + ")[ :=,]*[(\\[]? ?(?<lower>" + NUMBER
                    + ") ?(?<sign>%?) ?(?:to|[-\u2013\u2014;,]) ?(?<upper>" + NUMBER + ") ?(?<sign2>%?)");
    static final Pattern PEOPLE = Pattern.compile(
            "(?<total>\\d[\\d,]*) (?:\\p{L}[\\p{L}-]* ){0,4}(?:patients|participants|people|women|men|"
                    + "residents|adults|subjects|inpatients|outpatients|respondents|children|individuals|persons|students|cases|controls)\\b");

    static final Pattern T =
            Pattern.compile("\\bt ?\\( ?(?<df>" + NUMBER + ") ?\\) ?= ?(?<value>" + NUMBER + ")[ ,;]{1,3}" + P);
    static final Pattern R =
            Pattern.compile("\\br ?\\( ?(?<df>" + NUMBER + ") ?\\) ?= ?(?<value>" + NUMBER + ")[ ,;]{1,3}" + P);
    static final Pattern R_OF_PEOPLE = Pattern.compile(
            "\\br ?= ?(?<value>" + NUMBER + ") ?[,;(]{1,2} ?[nN] ?= ?(?<n>\\d[\\d,]*)" + " ?\\)?[ ,;]{1,3}" + P);
    static final Pattern F = Pattern.compile("\\bF ?\\( ?(?<df>" + NUMBER + ") ?[,;] ?(?<df2>" + NUMBER
            + ") ?\\) ?= ?(?<value>" + NUMBER + ")[ ,;]{1,3}" + P);
    static final Pattern Z = Pattern.compile("\\b[zZ] ?= ?(?<value>" + NUMBER + ")[ ,;]{1,3}" + P);
    static final Pattern CHI = Pattern.compile(
            "(?:\u03c7|\u03a7|[cC]hi)[- ]?(?:2|²|\\^2|squared?) ?\\( ?(?<df>\\d+)(?:[ ,;]+[nN] ?= ?[\\d,]+)? ?\\) ?="
                    + " ?(?<value>"
                    + NUMBER + ")[ ,;]{1,3}" + P);

    static final Pattern VERSUS = Pattern.compile(
            "(?<first>" + NUMBER + ") ?%? ?(?:vs\\.?|versus|compared (?:with|to)|against) ?(?<second>" + PERCENT + ")");
    /** A ratio by its name, "of insomnia 2.2" included. */
    static final Pattern NAMED =
            Pattern.compile("\\b(?<name>ORs?|RRs?|(?i:odds ratios?|risk ratios?|relative risks?))\\b"
                    + "[^\\d.;%]{0,20}?(?<value>" + NUMBER + ")(?! ?%|\\d)");

    static final Pattern ADJUSTED =
            Pattern.compile("(?i)adjust|multivaria|logistic|regress|controlling|matched|\\ba(?:OR|RR)\\b");
    static final Pattern TIMES = Pattern.compile(
            "(?i)(?:\\b(?<twice>twice)\\b|(?<times>" + NUMBER + ")[- ]?(?:times|fold)\\b)(?<rest>[^.;]{0,40})");
    static final Pattern SUBGROUP = Pattern.compile("(?<claim>1 in \\d+|" + PERCENT
            + ") (?:of )?(?:the )?(?:\\p{L}+ )?(?:with|who had|having) (?<group>\\p{L}+) (?:also"
            + " )?(?:had|have) (?<condition>\\p{L}+)");

    private Patterns() {}
}
