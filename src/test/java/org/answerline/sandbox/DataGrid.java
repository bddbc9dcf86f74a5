package org.answerline.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the nodes of one desk on this machine share sessions: Payara's data grid, over loopback only.
 *
 * @param own the port this node's grid listens on
 * @param members the ports of all nodes, its own among them; none when the server is alone
 */
public record DataGrid(int own, List<Integer> members) {

    /** A server alone, which keeps sessions in its own memory and opens no port but the site's. */
    public static final DataGrid NONE = new DataGrid(0, List.of());

    /** The grids of so many nodes, each on a free port. */
    public static List<DataGrid> ofNodes(int nodes) {
        var ports = new ArrayList<Integer>();
        for (int i = 0; i < nodes; i++) {
            ports.add(Ports.free());
        }
        return ports.stream().map(own -> new DataGrid(own, List.copyOf(ports))).toList();
    }

    /** Whether there are no other nodes. */
    boolean isAlone() {
        return members.isEmpty();
    }

    /** The server's options. */
    List<String> options() {
        if (isAlone()) {
            // Not together with --nocluster, which switches Hazelcast on again.
            return List.of("--nohazelcast");
        }
        return List.of(
                "--clustermode",
                "tcpip:" + members.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")),
                "--startport",
                Integer.toString(own),
                "--interfaces",
                "127.0.0.1",
                "--hzpublicaddress",
                "127.0.0.1:" + own,
                // Else a session's copy would not be kept on a node of the same machine.
                "--nohostaware");
    }
}
