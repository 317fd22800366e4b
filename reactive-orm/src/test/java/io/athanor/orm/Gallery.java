package io.athanor.orm;

import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.scalar;
import static io.athanor.sql.Sql.select;

import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.ToMany;
import io.athanor.orm.mapping.ToOne;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.TextColumn;
import io.athanor.sql.TextExpression;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures whose data are read when they are asked for, and their visitors' remarks. */
final class Gallery {
    private Gallery() {}

    @Entity
    static class Picture {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Version
        int version;

        @Nullable
        String title;

        @Lob
        @Basic(fetch = FetchType.LAZY)
        @Nullable
        String story;

        byte @Nullable [] data;

        @Nullable
        String thumbnail;

        @ManyToOne
        @Nullable
        Room room;

        @OneToMany(mappedBy = "picture")
        List<Remark> remarks = new ArrayList<>();

        @Transient
        long remarkCount = -1;

        @Transient
        @Nullable
        String label;
    }

    @Entity
    static class Room {
        @Id
        @Nullable
        Long id;

        @Nullable
        String name;

        @Transient
        long pictureCount = -1;

        @OneToMany(mappedBy = "room")
        List<Picture> pictures = new ArrayList<>();
    }

    @Entity
    static class Remark {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String text;

        @ManyToOne
        @Nullable
        Picture picture;
    }

    /** As it is generated. */
    static final class PictureTable extends EntityTable<Picture, Long, PictureTable> {
        final NumberColumn<Long> id = number("id", Long.class);
        final TextColumn title = text("title");
        final TextColumn story = text("story");
        final Column<byte[]> data = column("data", byte[].class);
        final TextColumn thumbnail = text("thumbnail");
        final ToOne<Picture, Room, RoomTable> room = toOne("room", () -> ROOM);
        final ToMany<Picture, Remark, RemarkTable> remarks = toMany("remarks", () -> REMARK);

        private PictureTable() {
            super(EntityMapping.of(Picture.class));
        }

        private PictureTable(String alias) {
            super(EntityMapping.of(Picture.class), alias);
        }

        @Override
        public PictureTable as(String alias) {
            return new PictureTable(alias);
        }
    }

    /** As it is generated. */
    static final class RoomTable extends EntityTable<Room, Long, RoomTable> {
        final NumberColumn<Long> id = number("id", Long.class);
        final TextColumn name = text("name");
        final ToMany<Room, Picture, PictureTable> pictures = toMany("pictures", () -> PICTURE);

        private RoomTable() {
            super(EntityMapping.of(Room.class));
        }

        private RoomTable(String alias) {
            super(EntityMapping.of(Room.class), alias);
        }

        @Override
        public RoomTable as(String alias) {
            return new RoomTable(alias);
        }
    }

    /** As it is generated. */
    static final class RemarkTable extends EntityTable<Remark, Long, RemarkTable> {
        final NumberColumn<Long> pictureId = number("picture.id", Long.class);

        private RemarkTable() {
            super(EntityMapping.of(Remark.class));
        }

        private RemarkTable(String alias) {
            super(EntityMapping.of(Remark.class), alias);
        }

        @Override
        public RemarkTable as(String alias) {
            return new RemarkTable(alias);
        }
    }

    static final PictureTable PICTURE = new PictureTable();
    static final RoomTable ROOM = new RoomTable();
    static final RemarkTable REMARK = new RemarkTable();

    static final Computed<Picture, PictureTable, Expression<Long>> REMARK_COUNT = PICTURE.computed(
            "remarkCount", picture -> scalar(select(count()).from(REMARK).where(REMARK.pictureId.eq(picture.id))));

    static final Computed<Room, RoomTable, Expression<Long>> PICTURE_COUNT = ROOM.computed("pictureCount", room -> {
        PictureTable picture = PICTURE.as("counted");
        return scalar(select(count())
                .from(picture)
                .where(picture.number("room.id", Long.class).eq(room.id)));
    });

    /** Computed where a query says so. */
    static final Computed<Picture, PictureTable, TextExpression> LABEL =
            PICTURE.computed("label", picture -> picture.title.concat("!"));

    static final EntityModel MODEL = EntityModel.builder()
            .add(Picture.class, Room.class, Remark.class)
            .deferred(PICTURE.data, PICTURE.thumbnail)
            .computed(REMARK_COUNT, PICTURE_COUNT)
            .build();
}
