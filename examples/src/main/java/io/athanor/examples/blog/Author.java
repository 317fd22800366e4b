package io.athanor.examples.blog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/** Who writes. */
@Entity
final class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false, unique = true)
    String name = "";

    @OneToOne(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
    @Nullable
    Profile profile;

    Author() {}

    Author(String name, Profile profile) {
        this.name = name;
        this.profile = profile;
    }
}
