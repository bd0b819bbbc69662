package io.github.genaigate.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer of the gate, with all that it rests on. Every report is made from it alone.
 *
 * @param verdict the answer
 * @param stage the stage asked for and the stage reached
 * @param service the name of the service; empty when the manifest cannot be used
 * @param summary what the service is for
 * @param subject what was judged
 * @param evaluatedAt the clock
 * @param rehearsal whether the clock was not the real one; a rehearsal is never {@link Verdict#READY}
 * @param policy what was demanded, and by whom
 * @param findings one for each requirement in force, in the order of the policy
 * @param upcoming requirements that are not yet in force, judged all the same
 * @param off the ids of requirements that are off at the stage asked for
 * @param evidence every file that was looked at
 * @param waivers every waiver that the manifest names, and what became of it
 * @param exemptions every exemption that the policy grants the service, and what became of it
 * @param problems why manifest, policy or request cannot be used; the verdict is then {@link Verdict#NOT_READY}
 * @param notes what else a reader must know, such as why nothing was checked
 * @param simultaneous what is promised for all claims together that rest on samples; empty when none is met
 * @param validUntil the last day on which the decision holds by itself, and what ends it
 * @param facts what it was made from, as JSON, so that it can be made again under another policy; empty when nothing was judged
 */
public record Decision(
        Verdict verdict,
        Stages stage,
        Optional<String> service,
        Optional<String> summary,
        Subject subject,
        Instant evaluatedAt,
        boolean rehearsal,
        PolicyIdentity policy,
        List<Finding> findings,
        List<Finding> upcoming,
        List<String> off,
        List<EvidenceFile> evidence,
        List<WaiverStatus> waivers,
        List<ExemptionStatus> exemptions,
        List<Problem> problems,
        List<String> notes,
        Optional<Simultaneous> simultaneous,
        Optional<Validity> validUntil,
        Optional<String> facts) {

    public static final String SCHEMA = "genai-gate/decision/v1";

    /** One of a service that the policy exempts from nothing, which does not tell what it was made from. */
    public Decision(
            Verdict verdict,
            Stages stage,
            Optional<String> service,
            Optional<String> summary,
            Subject subject,
            Instant evaluatedAt,
            boolean rehearsal,
            PolicyIdentity policy,
            List<Finding> findings,
            List<Finding> upcoming,
            List<String> off,
            List<EvidenceFile> evidence,
            List<WaiverStatus> waivers,
            List<Problem> problems,
            List<String> notes,
            Optional<Simultaneous> simultaneous,
            Optional<Validity> validUntil) {
        this(
                verdict,
                stage,
                service,
                summary,
                subject,
                evaluatedAt,
                rehearsal,
                policy,
                findings,
                upcoming,
                off,
                evidence,
                waivers,
                List.of(),
                problems,
                notes,
                simultaneous,
                validUntil,
                Optional.empty());
    }

    public Decision {
        findings = List.copyOf(findings);
        upcoming = List.copyOf(upcoming);
        off = List.copyOf(off);
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
        exemptions = List.copyOf(exemptions);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        boolean refused = !problems.isEmpty()
                || findings.isEmpty()
                || rehearsal
                || findings.stream().anyMatch(Finding::blocks);
        if (verdict == Verdict.READY && refused) {
            throw new IllegalArgumentException("not ready: " + problems + findings);
        }
    }

    /**
     * The stages of the ladder that matter.
     *
     * @param asked the stage that the service asks to enter; empty when the manifest cannot be used
     * @param reached the last stage such that it and all before it would be ready; empty when not even the first
     */
    public record Stages(Optional<String> asked, Optional<String> reached) {}

    /**
     * What was judged.
     *
     * @param commit the id of HEAD, outside of a repository empty
     * @param content the digest of the covered content, when it could be computed
     * @param dirty whether covered paths differ from HEAD
     */
    public record Subject(Optional<String> commit, Optional<String> content, boolean dirty) {}

    /**
     * The effective policy.
     *
     * @param name of the lowest layer
     * @param version of the lowest layer
     * @param layers from the topmost to the lowest
     */
    public record PolicyIdentity(String name, String version, List<LayerIdentity> layers) {
        public PolicyIdentity {
            layers = List.copyOf(layers);
        }

        /** What is told when the policy cannot be used, or was never read. */
        public static PolicyIdentity none() {
            return new PolicyIdentity("", "", List.of());
        }

        /**
         * SHA-256, in hexadecimal, over the digests of the layers and of the files that they name: what
         * {@code genai-gate.policyDigest} pins.
         */
        public String digest() {
            return Sha256.of(layers.stream()
                    .map(LayerIdentity::digests)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining("\n")));
        }
    }

    /**
     * One layer of the policy.
     *
     * @param source {@code builtin:baseline}, the file as it was named, or {@code maven:group:artifact:version}
     * @param origin {@code builtin}, {@code outside}, or {@code tree} when it lies in the tree under judgement; of an artifact
     *     {@code maven}, {@code snapshot}, or {@code installed} when it is only known to be on this machine
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @param files what it names beside other layers
     */
    public record LayerIdentity(
            String name, String version, String source, String origin, String sha256, List<LayerFile> files) {

        public LayerIdentity {
            files = List.copyOf(files);
        }

        /** A layer that names no files. */
        public LayerIdentity(String name, String version, String source, String origin, String sha256) {
            this(name, version, source, origin, sha256, List.of());
        }

        private String digests() {
            return Stream.concat(Stream.of(sha256), files.stream().map(LayerFile::sha256))
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * A file that a layer names, such as the signers' keys.
     *
     * @param name as the layer writes it
     * @param sha256 of its bytes, 64 hexadecimal digits
     */
    public record LayerFile(String name, String sha256) {}

    /**
     * One file of evidence.
     *
     * @param name the name under which the manifest declares it
     * @param path relative to the manifest's folder
     * @param format what it was read as
     * @param sha256 of its bytes, when it could be read
     * @param takenAt when it was taken, when the file or its commit says so
     * @param status {@code read}, {@code not-read} when nothing asks for it, or the word of the reason
     */
    public record EvidenceFile(
            String name,
            String path,
            Optional<String> format,
            Optional<String> sha256,
            Optional<Instant> takenAt,
            Assurance assurance,
            Binding binding,
            String status) {}

    /**
     * What became of a waiver.
     *
     * @param stage the last stage for which it is to hold
     * @param issues the very issues that it is for; empty for the requirement as a whole
     * @param expires the last day on which it is to hold
     * @param status one of the words below
     * @param message why
     */
    public record WaiverStatus(
            String requirement,
            String stage,
            List<String> issues,
            LocalDate expires,
            String status,
            String message,
            Place place) {

        /** It is valid and needed. */
        public static final String APPLIED = "applied";
        /** The same, and its end is near. */
        public static final String SOON_TO_LAPSE = "soon-to-lapse";
        /** It is valid, and there is no block at the stage asked for that it could remove. */
        public static final String UNUSED = "unused";
        /** It is valid, and what it is for holds without it. */
        public static final String NO_LONGER_NEEDED = "no-longer-needed";
        /** Its last day is over. */
        public static final String LAPSED = "lapsed";
        /** It is not valid. */
        public static final String VOID = "void";

        public WaiverStatus {
            issues = List.copyOf(issues);
        }
    }

    /**
     * What became of an exemption.
     *
     * @param status {@code applied}, {@code unused}, {@code lapsed} or {@code no-longer-needed}
     * @param message why
     * @param origin who grants it
     */
    public record ExemptionStatus(String requirement, String status, String message, Origin origin) {}

    /**
     * How long the decision holds by itself.
     *
     * @param day the last day on which the decision holds
     * @param why what ends then
     */
    public record Validity(LocalDate day, String why) {}

    /** How the requirements in force ended. They add up. */
    public record Counts(int requirements, int met, int notMet, int unproven, int notApplicable) {
        public Counts {
            if (requirements != met + notMet + unproven + notApplicable) {
                throw new IllegalArgumentException("the counts do not add up");
            }
        }
    }

    public Counts counts() {
        return new Counts(
                findings.size(),
                count(Outcome.MET),
                count(Outcome.NOT_MET),
                count(Outcome.UNPROVEN),
                count(Outcome.NOT_APPLICABLE));
    }

    private int count(Outcome outcome) {
        return (int) findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .count();
    }

    public List<Finding> blocking() {
        return findings.stream().filter(Finding::blocks).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(Finding::warns).toList();
    }

    public List<Finding> exempted() {
        return findings.stream().filter(Finding::exempted).toList();
    }

    /** The waivers that need somebody's attention soon although all is well today. */
    public List<WaiverStatus> lapsingSoon() {
        return waivers.stream()
                .filter(waiver -> waiver.status().equals(WaiverStatus.SOON_TO_LAPSE))
                .toList();
    }

    public List<Finding> waived() {
        return findings.stream().filter(Finding::waived).toList();
    }
}
