# The installation of docs/installing.md in an image: Answerline in Payara Micro 7. Settings come from environment variables; docs/operating.md
# lists them.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
COPY src/assembly src/assembly
COPY server-config server-config
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true package \
  && mkdir unpacked && cd unpacked && jar --extract --file ../target/answerline-*.zip && mv answerline-* /opt/answerline

FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin answerline
WORKDIR /opt/answerline
# What changes seldom comes first, so that a new version is a small layer.
COPY --from=build /opt/answerline/server server
COPY --from=build /opt/answerline/answerline/WEB-INF/lib answerline/WEB-INF/lib
COPY --from=build /opt/answerline/server-config/payara server-config/payara
COPY --from=build /opt/answerline/command-line command-line
COPY --from=build /opt/answerline/answerline.war ./
USER 10001:10001
EXPOSE 8080

HEALTHCHECK --interval=15s --timeout=5s --start-period=150s --retries=4 CMD ["timeout", "4", "bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${HTTP_PORT:-8080} && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# First it checks settings, database and tables; when they are wrong it prints a line for each fault and ends. The owner's commands:
# java -jar command-line/answerline-cli.jar --help. Arguments go to the server: several nodes share their sessions when each is given
# --clustermode and --startport (docs/decisions/0007-two-nodes.md).
ENTRYPOINT ["/bin/sh", "/opt/answerline/server-config/payara/run"]
