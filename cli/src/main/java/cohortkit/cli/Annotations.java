package cohortkit.cli;

import cohortkit.claims.CheckedFigure;
import cohortkit.claims.files.StudyFolder;

/** Lines that a build server shows beside the line of figures.csv whose verdict differs. */
enum Annotations {
    /** The workflow commands of GitHub. */
    GITHUB {
        @Override
        String line(StudyFolder folder, CheckedFigure checked) {
            return "::error file=" + property(path(folder)) + ",line="
                    + folder.line(checked.figure().id()) + ",title="
                    + property(checked.study() + " " + checked.figure().id()) + "::" + data(message(checked));
        }
    },
    /** {@code FILE:LINE: error: MESSAGE}, which editors and other servers know from compilers. */
    PLAIN {
        @Override
        String line(StudyFolder folder, CheckedFigure checked) {
            return path(folder) + ":" + folder.line(checked.figure().id()) + ": error: "
                    + checked.figure().id() + " " + message(checked).replace('\n', ' ');
        }
    };

    /** One line for a figure whose verdict is not the declared one. */
    abstract String line(StudyFolder folder, CheckedFigure checked);

    private static String path(StudyFolder folder) {
        return folder.figuresFile().normalize().toString().replace('\\', '/');
    }

    private static String message(CheckedFigure checked) {
        return "is declared " + checked.figure().expected() + " and is "
                + checked.verdict().kind() + ": " + checked.verdict().reason();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
