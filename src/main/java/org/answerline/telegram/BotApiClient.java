package org.answerline.telegram;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The Bot API's methods as they are on the wire, JSON in and JSON out.
 *
 * <p>The empty path is for RESTEasy, which wants one and takes {@code //{method}} for a host.
 *
 * @see <a href="https://core.telegram.org/bots/api#available-methods">Available methods</a>
 */
@Path("")
@RegisterRestClient(configKey = "telegram")
@RegisterProvider(JdkHttpTransport.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface BotApiClient {

    /** Who the token belongs to; the cheapest way to see that it is accepted. */
    @POST
    @Path("getMe")
    Response getMe(String parameters);

    /** Sends a text message. */
    @POST
    @Path("sendMessage")
    Response sendMessage(String parameters);

    /** Says where a file can be fetched for an hour. */
    @POST
    @Path("getFile")
    Response getFile(String parameters);

    /** Sends a file or an album that Telegram has already, by whichever method it takes. */
    @POST
    @Path("{method}")
    Response send(@PathParam("method") String method, String parameters);

    /** Sends a file or an album that has to be uploaded. */
    @POST
    @Path("{method}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Response upload(@PathParam("method") String method, Object form);

    /** Deletes up to 100 messages. */
    @POST
    @Path("deleteMessages")
    Response deleteMessages(String parameters);

    /** Puts a reaction on a message. */
    @POST
    @Path("setMessageReaction")
    Response setMessageReaction(String parameters);
}
