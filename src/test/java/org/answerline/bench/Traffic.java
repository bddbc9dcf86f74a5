package org.answerline.bench;

import java.util.List;

/** What is sent in a workload, by whom. */
record Traffic(String workload, LoadPlan.Kind kind, List<String> material) {

    /** Linked users write in Telegram. */
    static Traffic users(Rig rig) {
        return new Traffic("W1", LoadPlan.Kind.USER_MESSAGE, telegram(rig));
    }

    /** The operator replies. */
    static Traffic operator(Rig rig) {
        return new Traffic("W2", LoadPlan.Kind.OPERATOR_REPLY, telegram(rig));
    }

    /** The operator replies to some notices only, numbered from a first one on. */
    static Traffic operator(Rig rig, long firstNotice, int notices) {
        return new Traffic(
                "W7",
                LoadPlan.Kind.OPERATOR_REPLY,
                List.of(rig.secret(), Integer.toString(notices), Long.toString(firstNotice)));
    }

    /** The widget submits. */
    static Traffic widget(List<String> cookies) {
        return new Traffic("W3", LoadPlan.Kind.SUBMISSION, cookies);
    }

    /** A page is opened. */
    static Traffic page(String workload, String path, List<String> cookies) {
        return new Traffic(
                workload,
                LoadPlan.Kind.PAGE,
                cookies.stream().map(cookie -> path + " " + cookie).toList());
    }

    /** The same under another name. */
    Traffic as(String name) {
        return new Traffic(name, kind, material);
    }

    private static List<String> telegram(Rig rig) {
        return List.of(rig.secret(), Integer.toString(rig.options().people()), "1");
    }
}
