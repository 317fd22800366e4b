package io.athanor.benchmarks.peers;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Measures what work costs this JVM. */
final class Meter {
    private static final ObjectName THREADING =
            ManagementFactory.getThreadMXBean().getObjectName();

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final LiveHeap heap = LiveHeap.watched();

    interface Work {
        long run() throws Exception;
    }

    Sample measure(int operations, Work work) throws Exception {
        heap.reset();
        long allocated = allocated();
        long cpu = system.getProcessCpuTime();
        long began = System.nanoTime();
        long check = work.run();
        long nanos = System.nanoTime() - began;
        cpu = system.getProcessCpuTime() - cpu;
        return new Sample(operations, nanos, cpu, allocated() - allocated, heap.most(), check);
    }

    /** Of threads that have ended too, where the JVM knows; it does from 21 on. */
    private long allocated() {
        try {
            return (Long) beans.getAttribute(THREADING, "TotalThreadAllocatedBytes");
        } catch (JMException older) {
            long sum = 0;
            for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
                sum += Math.max(0, bytes);
            }
            return sum;
        }
    }
}
