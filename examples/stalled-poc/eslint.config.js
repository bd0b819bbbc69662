module.exports = [{ files: ['web/**/*.js'], languageOptions: { sourceType: 'script' }, rules: { 'no-eval': 'error', 'no-unused-vars': 'warn' } }];
