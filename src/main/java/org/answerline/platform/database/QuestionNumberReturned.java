package org.answerline.platform.database;

import org.eclipse.persistence.descriptors.ClassDescriptor;

/** Makes EclipseLink read the question number, which a trigger assigns, by the same {@code insert … returning} as the id. */
public class QuestionNumberReturned extends InsertReturning {

    /** Uses the field of the mapping: EclipseLink does not find one that is created from the column's name alone. */
    @Override
    public void customize(ClassDescriptor descriptor) {
        super.customize(descriptor);
        descriptor
                .getReturningPolicy()
                .addFieldForInsertReturnOnly(
                        descriptor.getMappingForAttributeName("number").getField());
    }
}
