import './elements/link-page.js';
