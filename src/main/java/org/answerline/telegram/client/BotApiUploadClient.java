package org.answerline.telegram.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.answerline.telegram.BotApiResponse;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The methods of the Bot API that upload files; apart from {@link BotApiClient} because an upload may take longer.
 *
 * @see <a href="https://core.telegram.org/bots/api#sending-files">Sending files</a>
 */
@Path("")
@RegisterRestClient(configKey = "telegram-upload")
@RegisterProvider(BotApiRequestFilter.class)
@RegisterProvider(UploadFormWriter.class)
@RegisterProvider(BotApiJsonProvider.class)
@RegisterProvider(BotApiExceptionMapper.class)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
public interface BotApiUploadClient {

    /** Sends a file by the method of its type. */
    @POST
    @Path("{method}")
    BotApiResponse<BotApiClient.SentMessage> sendFile(@PathParam("method") String method, UploadForm file);

    /** Sends an album. */
    @POST
    @Path("sendMediaGroup")
    BotApiResponse<List<BotApiClient.SentMessage>> sendMediaGroup(UploadForm album);
}
