package io.athanor.examples.blog;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** What an author says of themselves. */
@Entity
final class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String about = "";

    @OneToOne(optional = false)
    @Nullable
    Author author;

    Profile() {}

    Profile(String about) {
        this.about = about;
    }
}
