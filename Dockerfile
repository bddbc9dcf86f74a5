# Answerline on Payara Micro in a container. Settings come from environment variables; docs/operating.md lists them.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin answerline
ENV ANSWERLINE_HOME=/opt/answerline
WORKDIR /opt/answerline
# What changes seldom comes first, so that a new version is a small layer.
COPY --from=build /build/target/server server
COPY --from=build /build/target/answerline/WEB-INF/lib answerline/WEB-INF/lib
COPY server-config/payara configuration
COPY --from=build /build/target/command-line command-line
COPY --from=build /build/target/answerline.war ./
USER 10001:10001
EXPOSE 8080

HEALTHCHECK --interval=15s --timeout=5s --start-period=150s --retries=4 CMD ["timeout", "4", "bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${HTTP_PORT:-8080} && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# Checks first and ends with one line a fault. The owner's commands: java -jar command-line/answerline-cli.jar --help
ENTRYPOINT ["/opt/answerline/configuration/run"]
# One node. Several share their sessions when each is given --clustermode and --startport: docs/decisions.
