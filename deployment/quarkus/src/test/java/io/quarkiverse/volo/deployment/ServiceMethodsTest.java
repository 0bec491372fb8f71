package io.quarkiverse.volo.deployment;

import static io.quarkiverse.volo.runtime.internal.ExecutionModel.EVENT_LOOP;
import static io.quarkiverse.volo.runtime.internal.ExecutionModel.VIRTUAL_THREAD;
import static io.quarkiverse.volo.runtime.internal.ExecutionModel.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.thrift.stub.ServiceDefinition;
import io.quarkiverse.volo.thrift.stub.ThriftService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;

class ServiceMethodsTest {

    private final Index index;
    private final GeneratedTypes types;

    ServiceMethodsTest() throws IOException {
        index = Index.of(Base.class, Heir.class, BaseBean.class, HeirBean.class, Grandchild.class, BaseDefinition.class,
                HeirDefinition.class);
        types = new GeneratedTypes(index);
    }

    @Test
    void methodsOfTheExtendedServiceComeFirstEachAsWritten() {
        assertThat(models(HeirBean.class)).containsExactly(WORKER, EVENT_LOOP, VIRTUAL_THREAD);
    }

    @Test
    void anAnnotationOnTheMethodBeatsTheClass() {
        assertThat(models(BaseBean.class)).containsExactly(VIRTUAL_THREAD, WORKER);
    }

    @Test
    void methodsInheritedFromASuperclassKeepTheirAnnotations() {
        assertThat(models(Grandchild.class)).containsExactly(WORKER, EVENT_LOOP, VIRTUAL_THREAD);
    }

    @Test
    void aBeanServesTheMostSpecificService() {
        assertThat(types.implementedBy(info(Grandchild.class))).singleElement()
                .satisfies(type -> assertThat(type.serviceType()).isEqualTo(Heir.class.getName()));
    }

    private java.util.List<io.quarkiverse.volo.runtime.internal.ExecutionModel> models(Class<?> bean) {
        return new ServiceMethods(types).executionModels(info(bean), types.implementedBy(info(bean)).first());
    }

    private ClassInfo info(Class<?> type) {
        return index.getClassByName(type);
    }

    @ThriftService(BaseDefinition.class)
    interface Base {

        Uni<String> zebra();

        Uni<String> ant();
    }

    @ThriftService(HeirDefinition.class)
    interface Heir extends Base {

        Uni<String> bee(String text);
    }

    @Blocking
    static class BaseBean implements Base {

        @RunOnVirtualThread
        @Override
        public Uni<String> zebra() {
            return Uni.createFrom().nullItem();
        }

        @Override
        public Uni<String> ant() {
            return Uni.createFrom().nullItem();
        }
    }

    static class HeirBean implements Heir {

        @RunOnVirtualThread
        @Override
        public Uni<String> bee(String text) {
            return Uni.createFrom().item(text);
        }

        @Override
        public Uni<String> ant() {
            return Uni.createFrom().nullItem();
        }

        @Blocking
        @Override
        public Uni<String> zebra() {
            return Uni.createFrom().nullItem();
        }
    }

    static final class Grandchild extends HeirBean {
    }

    abstract static class BaseDefinition implements ServiceDefinition<Base, Base> {
    }

    abstract static class HeirDefinition implements ServiceDefinition<Heir, Heir> {
    }
}
