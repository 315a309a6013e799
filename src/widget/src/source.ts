import './elements/source-page.js';
