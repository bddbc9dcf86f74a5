package org.answerline.telegram.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.config.SettingsProducer;
import org.answerline.platform.config.TelegramSettings;

/**
 * Completes a request just before it leaves: with the token in its address, and the boundary of a form in its type.
 *
 * <p>It is the last filter, so that no trace or log of the REST client sees the token; and it removes the trace's own header, which is
 * not Telegram's business.
 */
@Priority(Integer.MAX_VALUE)
public final class BotApiRequestFilter implements ClientRequestFilter {

    private static final Pattern METHOD = Pattern.compile("^(.*/)([A-Za-z]+)$");

    /** The only addresses that are read by GET; RESTEasy encodes the slashes of the file's path, Jersey does not. */
    private static final Pattern DOWNLOAD = Pattern.compile("^(.*/file/)(.+)$");

    @Override
    public void filter(ClientRequestContext request) {
        String token = SettingsProducer.serverSettings().get(TelegramSettings.BOT_TOKEN);
        boolean download = HttpMethod.GET.equals(request.getMethod());
        request.setUri(withToken(request.getUri(), token, download));
        request.getHeaders().remove("traceparent");
        request.getHeaders().remove("tracestate");
        if (request.getEntity() instanceof UploadForm form) {
            request.setEntity(form, request.getEntityAnnotations(), MediaType.valueOf(form.contentType()));
        }
    }

    /** The address on the wire: {@code /bot<token>/method} or {@code /file/bot<token>/path}. */
    static URI withToken(URI address, String token, boolean download) {
        Matcher call = (download ? DOWNLOAD : METHOD).matcher(address.toString());
        if (!call.matches()) {
            throw new IllegalArgumentException("not an address of the Bot API");
        }
        return URI.create(call.group(1) + "bot" + token + "/" + call.group(2).replace("%2F", "/"));
    }
}
