package org.answerline.platform.database;

import org.eclipse.persistence.descriptors.ClassDescriptor;

/** Has EclipseLink learn the number of a question, which the database draws, by the same {@code insert … returning} as the id. */
public class QuestionNumberReturned extends InsertReturning {

    /** The mapping's own field is named: one made of the column's name alone is not found among those of the entity. */
    @Override
    public void customize(ClassDescriptor descriptor) {
        super.customize(descriptor);
        descriptor
                .getReturningPolicy()
                .addFieldForInsertReturnOnly(
                        descriptor.getMappingForAttributeName("number").getField());
    }
}
