package io.github.genaigate.gate;

/** Small evidence of models and of data quality. */
final class QualityTexts {

    private QualityTexts() {}

    static String cyclonedx() {
        return """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                 "metadata": {"timestamp": "%s"},
                 "components": [{"type": "machine-learning-model", "group": "acme", "name": "handbook-7b",
                   "purl": "pkg:huggingface/acme/handbook-7b@5206a32e0bd3067aef1ce90f5528ade7d866253f",
                   "licenses": [{"license": {"id": "Apache-2.0"}}]}]}
                """.formatted(EvidenceTexts.TAKEN);
    }

    static String dbtRunResults() {
        return """
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json", "generated_at": "%s"},
                 "results": [{"status": "pass", "unique_id": "test.acme.not_null_handbook_id.1a2b3c4d5e", "failures": 0}],
                 "args": {"which": "test"}}
                """.formatted(EvidenceTexts.TAKEN);
    }

    static String dbtManifest() {
        return """
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json", "generated_at": "%s"},
                 "nodes": {
                  "model.acme.handbook": {"resource_type": "model", "database": "acme", "schema": "docs", "alias": "handbook"},
                  "test.acme.not_null_handbook_id.1a2b3c4d5e":
                   {"resource_type": "test", "attached_node": "model.acme.handbook"}}}
                """.formatted(EvidenceTexts.TAKEN);
    }

    static String greatExpectations() {
        return """
                {"success": true, "statistics": {"evaluated_expectations": 1},
                 "meta": {"run_id": {"run_time": "%s"},
                  "active_batch_definition": {"datasource_name": "acme-files", "data_asset_name": "handbook"}},
                 "results": [{"success": true, "exception_info": {"raised_exception": false},
                  "expectation_config": {"type": "expect_column_to_exist", "kwargs": {"column": "id"}}}]}
                """.formatted(EvidenceTexts.TAKEN);
    }
}
