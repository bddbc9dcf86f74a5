# Answerline in Payara Micro. All settings come from the environment of the container; see README.md for their names.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin answerline
WORKDIR /opt/answerline
# What changes seldom comes first, so that a new version is a small layer.
COPY --from=build /build/target/server/payara-micro.jar /build/target/server/postgresql.jar ./
COPY server-config/payara/preboot.asadmin server-config/payara/postdeploy.asadmin server-config/payara/logging.properties ./
COPY --from=build /build/target/answerline.war ./
USER 10001
EXPOSE 8080

# Ready means that the application is deployed: a server that could not reach its database at the start stays up without it,
# and has to be started again by whoever watches this.
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# The heap follows the container's memory limit. retryPost: else the JDK silently repeats a POST when the connection drops, and
# one message would become two. More options for the JVM: JAVA_TOOL_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Dsun.net.http.retryPost=false", \
  "-jar", "/opt/answerline/payara-micro.jar", \
  "--disablephonehome", \
  "--port", "8080", "--contextroot", "/", \
  "--logproperties", "/opt/answerline/logging.properties", \
  "--prebootcommandfile", "/opt/answerline/preboot.asadmin", \
  "--postdeploycommandfile", "/opt/answerline/postdeploy.asadmin", \
  "--addlibs", "/opt/answerline/postgresql.jar", \
  "--deploy", "/opt/answerline/answerline.war"]
# One node. Several share their sessions when each is given --clustermode and --startport instead: docs/decisions.
CMD ["--nohazelcast"]
