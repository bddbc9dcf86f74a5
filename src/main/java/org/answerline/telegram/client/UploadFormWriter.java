package org.answerline.telegram.client;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a form with files; its boundary is in the Content-Type already ({@link BotApiRequestFilter}). */
@Produces(MediaType.MULTIPART_FORM_DATA)
public final class UploadFormWriter implements MessageBodyWriter<UploadForm> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == UploadForm.class;
    }

    @Override
    public void writeTo(
            UploadForm form,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        form.writeTo(body);
    }
}
